package dev.atrium.store.invitation;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.invitation.InvitationFilter;
import dev.atrium.core.invitation.InvitationState;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.store.jpa.Conditions;
import java.time.Instant;
import java.util.Map;

/** What an invitation {@code i} must fulfil. */
final class InvitationConditions {
    private InvitationConditions() {}

    static Conditions of(InvitationFilter filter) {
        Conditions conditions = Conditions.inRealm("i")
                .and("i.projectId = :project", "project", filter.project().map(ProjectId::value))
                .and("i.email = :email", "email", filter.email().map(EmailAddress::value));
        return filter.state()
                .map(state -> inState(conditions, state, filter.now()))
                .orElse(conditions);
    }

    private static Conditions inState(Conditions conditions, InvitationState state, Instant now) {
        Map<String, Long> at = Map.of("now", now.toEpochMilli());
        return switch (state) {
            case PENDING -> conditions.and("i.state = PENDING and i.expires > :now", at);
            case EXPIRED -> conditions.and("i.state = EXPIRED or i.state = PENDING and i.expires <= :now", at);
            case ACCEPTED, REVOKED -> conditions.and("i.state = :state", Map.of("state", state));
        };
    }
}
