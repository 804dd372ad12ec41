package dev.atrium.rest.outbox;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.outbox.Channel;
import dev.atrium.core.outbox.DeliveryState;
import dev.atrium.core.outbox.OutboxFilter;
import dev.atrium.http.error.Refused;
import dev.atrium.http.request.QueryParameters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which messages a query asks for. */
final class OutboxSearch {
    static final Set<String> FILTERS = Set.of("state", "channel", "topic", "recipient", "user", "project");
    static final Set<String> PAGED_FILTERS =
            Set.of("first", "max", "after", "state", "channel", "topic", "recipient", "user", "project");

    private OutboxSearch() {}

    static OutboxFilter filter(QueryParameters query) {
        return new OutboxFilter(
                choice(query, "state", DeliveryState.values()),
                choice(query, "channel", Channel.values()),
                query.line("topic"),
                query.line("recipient").map(recipient -> recipient.toLowerCase(Locale.ROOT)),
                query.line("user").map(id -> id(id, "user", UserId::new)),
                query.line("project").map(id -> id(id, "project", ProjectId::new)));
    }

    private static <E extends Enum<E>> Optional<E> choice(QueryParameters query, String name, E[] values) {
        return query.line(name)
                .map(text -> Arrays.stream(values)
                        .filter(value -> OutboxRepresentation.name(value).equals(text))
                        .findFirst()
                        .orElseThrow(() -> Refused.field(
                                name,
                                "Must be one of "
                                        + Arrays.stream(values)
                                                .map(OutboxRepresentation::name)
                                                .collect(Collectors.joining(", "))
                                        + ".")));
    }

    private static <I> I id(String text, String name, Function<String, I> id) {
        try {
            return id.apply(text);
        } catch (IllegalArgumentException unfit) {
            throw Refused.field(name, "Must be an id.");
        }
    }
}
