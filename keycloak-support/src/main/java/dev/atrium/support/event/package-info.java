/** What happened to Atrium's data, for those who tell others of it. */
@NullMarked
package dev.atrium.support.event;

import org.jspecify.annotations.NullMarked;
