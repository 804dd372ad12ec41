/** Memberships and access policies. */
@NullMarked
package dev.atrium.store.membership;

import org.jspecify.annotations.NullMarked;
