/** The way out for mails. */
@NullMarked
package dev.atrium.outbox.smtp;

import org.jspecify.annotations.NullMarked;
