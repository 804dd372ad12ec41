package dev.atrium.provisioning.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.atrium.core.invitation.Invitation;
import dev.atrium.core.membership.Membership;
import dev.atrium.http.request.Text;
import dev.atrium.provisioning.mapping.HookAction;
import dev.atrium.provisioning.mapping.HookEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an event.
 *
 * @param event its number in the call, from 1
 * @param type what the sender calls it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HookResult(
        int event,
        String type,
        @Nullable String action,
        String outcome,
        @Nullable List<String> memberships,
        @Nullable String invitation) {
    static HookResult of(HookEvent event, String outcome) {
        return new HookResult(
                event.number(),
                Text.shown(event.type()),
                event.action().map(HookAction::text).orElse(null),
                outcome,
                null,
                null);
    }

    HookResult with(List<Membership> changed) {
        List<String> ids =
                changed.stream().map(membership -> membership.id().value()).toList();
        return new HookResult(event, type, action, outcome, ids, invitation);
    }

    HookResult with(Invitation sent) {
        return new HookResult(
                event, type, action, outcome, memberships, sent.id().value());
    }

    /** Without ids of what a dry run made and undid. */
    public HookResult withoutIds() {
        return new HookResult(event, type, action, outcome, null, null);
    }
}
