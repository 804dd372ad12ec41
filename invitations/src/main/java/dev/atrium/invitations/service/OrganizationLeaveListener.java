package dev.atrium.invitations.service;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.account.UserId;
import dev.atrium.core.invitation.Invitation;
import dev.atrium.core.invitation.InvitationFilter;
import dev.atrium.core.invitation.InvitationState;
import dev.atrium.core.membership.EndedMemberships;
import dev.atrium.core.membership.MembershipFilter;
import dev.atrium.core.membership.MembershipStore;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.store.Page;
import dev.atrium.directory.project.OrganizationLookup;
import dev.atrium.support.store.AtriumStoreProvider;
import dev.atrium.support.time.KeycloakClock;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.models.FederatedIdentityModel.FederatedIdentityRemovedEvent;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.OrganizationModel.OrganizationMemberLeaveEvent;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Who leaves an organization loses the memberships in it, and what was offered there, in the transaction of their
 * leaving. Those of a member who came by an identity provider of the organization are switched off with their last link
 * to one: it may be linked again.
 */
public final class OrganizationLeaveListener implements ProviderEventListener {
    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof OrganizationMemberLeaveEvent left) {
            left(left.getSession(), left.getOrganization(), left.getUser());
        } else if (event instanceof FederatedIdentityRemovedEvent unlinked) {
            KeycloakSession session = unlinked.getKeycloakSession();
            organization(session, unlinked.getFederatedIdentity().getIdentityProvider())
                    .filter(organization -> organization.isMember(unlinked.getUser()))
                    .filter(organization -> !isLinked(unlinked, organization))
                    .ifPresent(organization -> EndedMemberships.switchOff(
                            memberships(session),
                            new ProjectId(organization.getId()),
                            new UserId(unlinked.getUser().getId())));
        }
    }

    /** The event has no realm of its own: Keycloak knows members of organizations in the realm of its context only. */
    private static void left(KeycloakSession session, OrganizationModel organization, UserModel user) {
        ProjectId project = new ProjectId(organization.getId());
        EndedMemberships.delete(
                memberships(session),
                new MembershipFilter(
                        Optional.of(project),
                        Optional.of(new UserId(user.getId())),
                        Optional.empty(),
                        Optional.empty()));
        Optional.ofNullable(user.getEmail())
                .flatMap(EmailAddress::parse)
                .ifPresent(address -> revoke(session, project, address));
    }

    private static MembershipStore memberships(KeycloakSession session) {
        return session.getProvider(AtriumStoreProvider.class)
                .memberships(session.getContext().getRealm());
    }

    private static void revoke(KeycloakSession session, ProjectId project, EmailAddress address) {
        InvitationFilter offered = new InvitationFilter(
                Optional.of(project),
                Optional.of(address),
                Optional.of(InvitationState.PENDING),
                KeycloakClock.INSTANCE.instant());
        Invitations invitations = new Invitations(session);
        session
                .getProvider(AtriumStoreProvider.class)
                .invitations(session.getContext().getRealm())
                .list(offered, new Page(0, Page.MOST))
                .stream()
                .map(Invitation::id)
                .forEach(invitations::revoke);
    }

    private static Optional<OrganizationModel> organization(KeycloakSession session, String provider) {
        return Optional.ofNullable(session.identityProviders().getByAlias(provider))
                .map(IdentityProviderModel::getOrganizationId)
                .flatMap(OrganizationLookup.evenWhereOff(session)::byId);
    }

    private static boolean isLinked(FederatedIdentityRemovedEvent unlinked, OrganizationModel organization) {
        return organization
                .getIdentityProviders()
                .map(IdentityProviderModel::getAlias)
                .filter(alias -> !alias.equals(unlinked.getFederatedIdentity().getIdentityProvider()))
                .map(alias -> unlinked.getKeycloakSession()
                        .users()
                        .getFederatedIdentity(unlinked.getRealm(), unlinked.getUser(), alias))
                .anyMatch(Objects::nonNull);
    }
}
