package dev.atrium.rest.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.outbox.DeliveryState;
import dev.atrium.core.outbox.OutboxEntry;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message as JSON: where it is on its way, never what it says, for that may hold a link that signs in. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutboxRepresentation(
        String id,
        String channel,
        String state,
        String topic,
        String recipient,
        @Nullable String userId,
        @Nullable String projectId,
        String created,
        int attempts,
        @Nullable String nextAttempt,
        @Nullable String ended,
        @Nullable String problem) {
    static OutboxRepresentation of(OutboxEntry entry) {
        boolean waiting = entry.state() == DeliveryState.WAITING;
        return new OutboxRepresentation(
                entry.message().id().value(),
                name(entry.message().channel()),
                name(entry.state()),
                entry.message().topic(),
                entry.message().recipient(),
                entry.message().user().map(UserId::value).orElse(null),
                entry.message().project().map(ProjectId::value).orElse(null),
                entry.message().created().toString(),
                entry.attempts(),
                waiting ? entry.nextAttempt().toString() : null,
                text(entry.ended()),
                entry.problem().orElse(null));
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse(null);
    }
}
