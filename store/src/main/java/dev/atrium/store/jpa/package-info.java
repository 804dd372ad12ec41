/** What all tables have in common, and the table of the outbox. */
@NullMarked
package dev.atrium.store.jpa;

import org.jspecify.annotations.NullMarked;
