/** How the rest of the pack reaches its data. */
@NullMarked
package dev.atrium.support.store;

import org.jspecify.annotations.NullMarked;
