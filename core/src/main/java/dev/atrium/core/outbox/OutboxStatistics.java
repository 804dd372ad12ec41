package dev.atrium.core.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * How full the outbox of the whole server is.
 *
 * @param failed given up and not yet forgotten
 * @param oldest when the oldest waiting message was made
 */
public record OutboxStatistics(long waiting, long failed, Optional<Instant> oldest) {}
