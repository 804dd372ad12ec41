/** Mails: how they are made ready for the outbox, and how they reach a mail server. */
@NullMarked
package dev.atrium.eventlisteners.mail;

import org.jspecify.annotations.NullMarked;
