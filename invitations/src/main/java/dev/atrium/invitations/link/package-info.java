/** The links of mails: signed, for one purpose, and where they lead afterwards. */
@NullMarked
package dev.atrium.invitations.link;

import org.jspecify.annotations.NullMarked;
