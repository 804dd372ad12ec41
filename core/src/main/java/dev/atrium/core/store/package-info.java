/** What all stores have in common. */
@NullMarked
package dev.atrium.core.store;

import org.jspecify.annotations.NullMarked;
