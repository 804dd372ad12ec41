/** A mail in the outbox: what it is about and what it says. */
@NullMarked
package dev.atrium.outbox.message;

import org.jspecify.annotations.NullMarked;
