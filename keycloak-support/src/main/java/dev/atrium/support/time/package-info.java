/** The one clock. */
@NullMarked
package dev.atrium.support.time;

import org.jspecify.annotations.NullMarked;
