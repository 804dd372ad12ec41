/** Tells others what happened, by webhooks. */
@NullMarked
package dev.atrium.eventlisteners.webhook;

import org.jspecify.annotations.NullMarked;
