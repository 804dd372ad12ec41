/** Webhook subscriptions over HTTP. */
@NullMarked
package dev.atrium.rest.webhook;

import org.jspecify.annotations.NullMarked;
