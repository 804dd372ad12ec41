/** Inviting people to a project, and taking an invitation up. */
@NullMarked
package dev.atrium.invitations.service;

import org.jspecify.annotations.NullMarked;
