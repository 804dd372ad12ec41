/** Codes that are sent by e-mail: what became of each, and the link that is mailed with it. */
@NullMarked
package dev.atrium.invitations.emailcode;

import org.jspecify.annotations.NullMarked;
