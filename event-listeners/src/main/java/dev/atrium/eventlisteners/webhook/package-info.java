/** Listens for what other systems are told of, and publishes it to webhook subscriptions. */
@NullMarked
package dev.atrium.eventlisteners.webhook;

import org.jspecify.annotations.NullMarked;
