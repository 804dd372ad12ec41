/** What a call does: people, memberships, invitations. */
@NullMarked
package dev.atrium.provisioning.work;

import org.jspecify.annotations.NullMarked;
