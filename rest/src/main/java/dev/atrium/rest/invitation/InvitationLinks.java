package dev.atrium.rest.invitation;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.account.UserId;
import dev.atrium.core.consent.ClientUuid;
import dev.atrium.core.invitation.InvitationLetter;
import dev.atrium.core.invitation.OfferedMembership;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.http.error.Refused;
import dev.atrium.invitations.link.Landing;
import dev.atrium.invitations.service.InvitedAccount;
import dev.atrium.rest.membership.MembershipRights;
import dev.atrium.rest.membership.ReferenceLookup;
import dev.atrium.rest.policy.PolicyLookup;
import dev.atrium.rest.request.AdminRequest;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;

/** Finds what an invitation points to: its project, its policy, its client and who invites. */
final class InvitationLinks {
    private final AdminRequest request;
    private final ReferenceLookup directory;
    private final MembershipRights rights;

    InvitationLinks(AdminRequest request, ReferenceLookup directory) {
        this.request = request;
        this.directory = directory;
        this.rights = new MembershipRights(request.auth());
    }

    /** What is offered, by somebody who could also make that membership. */
    OfferedMembership offered(InvitationInput input) {
        requireManage(input.email());
        OrganizationModel project = input.project().resolve(this::manageable, OrganizationModel::getId);
        return new OfferedMembership(
                new ProjectId(project.getId()),
                input.profile(),
                new PolicyLookup(request.store().policies(request.realm()))
                        .resolve(input.policy())
                        .id(),
                input.label(),
                input.admin(),
                input.externalId(),
                input.secondFactor());
    }

    void requireManage(EmailAddress email) {
        rights.requireManageUser(new InvitedAccount(request.session()).of(email));
    }

    InvitationLetter letter(InvitationInput.Letter letter) {
        return new InvitationLetter(
                letter.words(), letter.language(), letter.client().map(this::client));
    }

    /** The same letter as before, but for what is said now. */
    InvitationLetter letter(InvitationInput.Letter letter, InvitationLetter before) {
        InvitationLetter now = letter(letter);
        return new InvitationLetter(
                now.words().or(before::words),
                now.language().or(before::language),
                now.client().or(before::client));
    }

    /** Whoever is named, or this administrator, when that is a person of this realm. */
    Optional<UserId> inviter(InvitationInput input) {
        return input.invitedBy().map(this::named).or(this::administrator);
    }

    private UserId named(String usernameOrId) {
        return directory
                .user(usernameOrId)
                .map(user -> new UserId(user.getId()))
                .orElseThrow(
                        () -> Refused.field("invitedBy", "There is no user with this username or id in this realm."));
    }

    private Optional<UserId> administrator() {
        AdminAuth admin = request.auth().adminAuth();
        return Optional.ofNullable(admin.getUser())
                .filter(user -> admin.getRealm().equals(request.realm()))
                .filter(user -> user.getServiceAccountClientLink() == null)
                .map(UserModel::getId)
                .map(UserId::new);
    }

    private Optional<OrganizationModel> manageable(String aliasOrId) {
        Optional<OrganizationModel> project = directory.project(aliasOrId);
        rights.requireManageProject(project);
        return project;
    }

    private ClientUuid client(String clientId) {
        ClientModel client = request.realm().getClientByClientId(clientId);
        if (client == null || !client.isEnabled()) {
            throw Refused.field("client", "There is no enabled client with this client id in this realm.");
        }
        if (Landing.homeOf(request.session(), client).isEmpty()) {
            throw Refused.field("client", "This client has no home URL to send people to; set one in its settings.");
        }
        return new ClientUuid(client.getId());
    }
}
