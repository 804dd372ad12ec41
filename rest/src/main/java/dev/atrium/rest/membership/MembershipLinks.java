package dev.atrium.rest.membership;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.http.error.Refused;
import dev.atrium.rest.policy.PolicyLookup;
import dev.atrium.rest.request.AdminRequest;
import java.util.Optional;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/** Finds what a membership points to: its project, its person, its access policy and who invited. */
final class MembershipLinks {
    private final ReferenceLookup directory;
    private final MembershipRights rights;
    private final PolicyLookup policies;

    MembershipLinks(AdminRequest request) {
        directory = new ReferenceLookup(request.session(), request.realm());
        rights = new MembershipRights(request.auth());
        policies = new PolicyLookup(request.store().policies(request.realm()));
    }

    /** Of a new membership, which this administrator may create. */
    MembershipInput.Links of(MembershipInput input) {
        OrganizationModel project = input.project().resolve(this::manageableProject, OrganizationModel::getId);
        UserModel user = input.user().resolve(this::manageableUser, UserModel::getId);
        return new MembershipInput.Links(
                new ProjectId(project.getId()),
                new UserId(user.getId()),
                policies.resolve(input.policy()),
                input.invitedBy().map(this::inviter));
    }

    /** Refuses an input that moves a membership to another person or project. */
    void requireSame(MembershipInput input, Membership stored) {
        input.user().requireStored(stored.user().value(), directory::user, UserModel::getId);
        input.project().requireStored(stored.project().value(), directory::project, OrganizationModel::getId);
    }

    AccessPolicy policy(MembershipInput input, Membership stored) {
        AccessPolicy before = stored.policy();
        return policies.resolve(input.policy().changing(before.id().value(), Optional.of(before.name())));
    }

    /** Who invited, or still the stored one, who may be gone by now. */
    Optional<UserId> inviter(MembershipInput input, Membership stored) {
        return input.invitedBy()
                .map(text -> stored.invitedBy()
                        .filter(before -> before.value().equals(text))
                        .orElseGet(() -> inviter(text)));
    }

    private UserId inviter(String usernameOrId) {
        return directory
                .user(usernameOrId)
                .map(user -> new UserId(user.getId()))
                .orElseThrow(
                        () -> Refused.field("invitedBy", "There is no user with this username or id in this realm."));
    }

    private Optional<UserModel> manageableUser(String usernameOrId) {
        Optional<UserModel> user = directory.user(usernameOrId);
        rights.requireManageUser(user);
        return user;
    }

    private Optional<OrganizationModel> manageableProject(String aliasOrId) {
        Optional<OrganizationModel> project = directory.project(aliasOrId);
        rights.requireManageProject(project);
        return project;
    }
}
