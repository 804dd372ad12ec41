package dev.atrium.rest.invitation;

import dev.atrium.core.account.UserId;
import dev.atrium.core.consent.ClientUuid;
import dev.atrium.core.invitation.Invitation;
import dev.atrium.core.invitation.InvitationState;
import dev.atrium.core.invitation.OfferedMembership;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.rest.membership.ReferenceLookup;
import dev.atrium.rest.request.AdminRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.OrganizationModel;

/** Writes invitations as JSON, with the names of what they point to. */
final class InvitationWriter {
    private final AdminRequest request;
    private final ReferenceLookup directory;
    private final PolicyNames policies;

    InvitationWriter(AdminRequest request, ReferenceLookup directory) {
        this.request = request;
        this.directory = directory;
        policies =
                new PolicyNames(id -> request.store().policies(request.realm()).find(id));
    }

    static String text(InvitationState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    InvitationRepresentation write(Invitation invitation, Optional<URI> link) {
        OfferedMembership offered = invitation.offered();
        return new InvitationRepresentation(
                invitation.id().value(),
                invitation.email().value(),
                directory
                        .project(offered.project())
                        .map(OrganizationModel::getAlias)
                        .orElse(null),
                offered.project().value(),
                offered.profile().reference(),
                offered.label().orElse(null),
                policies.of(offered.policy()).orElse(null),
                offered.policy().value(),
                offered.admin(),
                offered.externalId().orElse(null),
                offered.secondFactor(),
                invitation.letter().client().flatMap(this::clientId).orElse(null),
                invitation.letter().words().orElse(null),
                invitation.letter().language().orElse(null),
                invitation.invitedBy().map(UserId::value).orElse(null),
                invitation.user().map(UserId::value).orElse(null),
                text(invitation.stateAt(request.clock().instant())),
                invitation.created().toString(),
                invitation.link().made().toString(),
                invitation.link().expires().toString(),
                invitation.ended().map(Instant::toString).orElse(null),
                invitation.membership().map(MembershipId::value).orElse(null),
                link.map(URI::toString).orElse(null));
    }

    private Optional<String> clientId(ClientUuid client) {
        return Optional.ofNullable(request.realm().getClientById(client.value()))
                .map(ClientModel::getClientId);
    }
}
