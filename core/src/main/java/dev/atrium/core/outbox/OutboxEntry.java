package dev.atrium.core.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * A message and how far it came.
 *
 * @param attempts how often it was tried since it was made or last sent again
 * @param nextAttempt not before this is it tried; while it is being tried, when that attempt counts as lost
 * @param giveUp after this it is not tried again
 * @param ended when it was sent, failed or was cancelled
 * @param problem why the last attempt did not succeed; never what the message says
 */
public record OutboxEntry(
        OutgoingMessage message,
        DeliveryState state,
        int attempts,
        Instant nextAttempt,
        Instant giveUp,
        Optional<Instant> ended,
        Optional<String> problem) {}
