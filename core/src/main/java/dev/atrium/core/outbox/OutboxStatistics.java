package dev.atrium.core.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * How full the outbox of the whole server is.
 *
 * @param oldest when the oldest waiting message was made
 */
public record OutboxStatistics(long waiting, long sent, long failed, Optional<Instant> oldest) {}
