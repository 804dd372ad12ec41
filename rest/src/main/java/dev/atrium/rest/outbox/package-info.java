/** The admin REST of messages that wait, went or failed. */
@NullMarked
package dev.atrium.rest.outbox;

import org.jspecify.annotations.NullMarked;
