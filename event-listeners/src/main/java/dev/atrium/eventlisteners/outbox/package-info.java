/** Sends what waits in the outbox, outside of any request. */
@NullMarked
package dev.atrium.eventlisteners.outbox;

import org.jspecify.annotations.NullMarked;
