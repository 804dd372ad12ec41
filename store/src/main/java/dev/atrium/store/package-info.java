/**
 * Memberships, access policies and grants in Keycloak's own database and transaction.
 *
 * <p>Every statement names the realm. What is read is detached at once: several changes are single statements that go
 * past Hibernate's session, and a row kept there would answer the next question with what was true before. What is
 * written is flushed at once, so that a broken constraint shows where it was broken and not at commit.
 *
 * <p>{@link dev.atrium.core.store.Outcome#TAKEN} is found by asking first. Of two transactions that take the same name
 * at the same time, neither sees the other; the database then refuses one of them. That one is lost as a whole and
 * ends with Keycloak's {@link org.keycloak.models.ModelDuplicateException}, which its REST layer answers with 409.
 */
@NullMarked
package dev.atrium.store;

import org.jspecify.annotations.NullMarked;
