/** The pages that a link of a mail opens. */
@NullMarked
package dev.atrium.invitations.page;

import org.jspecify.annotations.NullMarked;
