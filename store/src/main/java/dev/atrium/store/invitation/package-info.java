/** Invitations. */
@NullMarked
package dev.atrium.store.invitation;

import org.jspecify.annotations.NullMarked;
