package dev.atrium.core.outbox;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.ProjectId;
import java.util.Optional;

/** Which messages a list shall hold; what is empty does not filter. */
public record OutboxFilter(
        Optional<DeliveryState> state,
        Optional<Channel> channel,
        Optional<String> topic,
        Optional<String> recipient,
        Optional<UserId> user,
        Optional<ProjectId> project) {
    public static final OutboxFilter ALL = new OutboxFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
