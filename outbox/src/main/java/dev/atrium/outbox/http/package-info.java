/** The way out for webhook events. */
@NullMarked
package dev.atrium.outbox.http;

import org.jspecify.annotations.NullMarked;
