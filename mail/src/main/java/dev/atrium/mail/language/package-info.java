/** The languages of mails, and their messages. */
@NullMarked
package dev.atrium.mail.language;

import org.jspecify.annotations.NullMarked;
