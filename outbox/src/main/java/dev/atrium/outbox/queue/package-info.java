/** The queue: messages wait here, in the database, until they are delivered. */
@NullMarked
package dev.atrium.outbox.queue;

import org.jspecify.annotations.NullMarked;
