/** The outbox. */
@NullMarked
package dev.atrium.store.outbox;

import org.jspecify.annotations.NullMarked;
