/** Invitations: what a person is offered, and what became of it. */
@NullMarked
package dev.atrium.core.invitation;

import org.jspecify.annotations.NullMarked;
