/** Messages that leave the server: what waits, when it is tried again, and how it ended. */
@NullMarked
package dev.atrium.core.outbox;

import org.jspecify.annotations.NullMarked;
