/** What identity providers say, and what may be believed of it. */
@NullMarked
package dev.atrium.core.broker;

import org.jspecify.annotations.NullMarked;
