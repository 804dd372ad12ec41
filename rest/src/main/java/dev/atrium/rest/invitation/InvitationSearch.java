package dev.atrium.rest.invitation;

import dev.atrium.core.invitation.InvitationFilter;
import dev.atrium.core.invitation.InvitationState;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.http.error.Refused;
import dev.atrium.http.request.QueryParameters;
import dev.atrium.rest.membership.ReferenceLookup;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which invitations a query asks for. */
final class InvitationSearch {
    private final ReferenceLookup directory;

    InvitationSearch(ReferenceLookup directory) {
        this.directory = directory;
    }

    InvitationFilter filter(QueryParameters query, Instant now) {
        return new InvitationFilter(
                query.line("project").map(this::project),
                query.line("email").map(InvitationInput::email),
                query.line("state").map(InvitationSearch::state),
                now);
    }

    private ProjectId project(String text) {
        return directory
                .project(text)
                .map(found -> new ProjectId(found.getId()))
                .orElseThrow(() -> Refused.field("project", "There is none with this name or id in this realm."));
    }

    private static InvitationState state(String text) {
        Optional<InvitationState> found = Arrays.stream(InvitationState.values())
                .filter(state -> InvitationWriter.text(state).equals(text))
                .findFirst();
        return found.orElseThrow(() -> Refused.field(
                "state",
                "Must be one of "
                        + Arrays.stream(InvitationState.values())
                                .map(InvitationWriter::text)
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
