/** A realm at a glance. */
@NullMarked
package dev.atrium.store.health;

import org.jspecify.annotations.NullMarked;
