package dev.atrium.store.outbox;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.outbox.OutboxFilter;
import dev.atrium.store.jpa.Conditions;

/** What a message {@code o} must fulfil. */
final class OutboxConditions {
    private OutboxConditions() {}

    static Conditions of(OutboxFilter filter) {
        return Conditions.inRealm("o")
                .and("o.state = :state", "state", filter.state())
                .and("o.channel = :channel", "channel", filter.channel())
                .and("o.topic = :topic", "topic", filter.topic())
                .and("o.recipient = :recipient", "recipient", filter.recipient())
                .and("o.userId = :user", "user", filter.user().map(UserId::value))
                .and("o.projectId = :project", "project", filter.project().map(ProjectId::value));
    }
}
