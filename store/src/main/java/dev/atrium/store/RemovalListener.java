package dev.atrium.store;

import dev.atrium.core.membership.EndedMemberships;
import dev.atrium.core.membership.MembershipFilter;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.store.jpa.Followers;
import dev.atrium.store.jpa.RealmRows;
import dev.atrium.store.membership.EventPublishingMembershipStore;
import dev.atrium.support.event.MailSuppression;
import dev.atrium.support.time.KeycloakClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel.ClientRemovedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel.OrganizationRemovedEvent;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Lets rows go when Keycloak says that their user, project, client or realm went, in the transaction of that removal.
 *
 * <p>Keycloak says nothing for users it drops along with their user federation provider; their rows stay, for nobody.
 */
final class RemovalListener implements ProviderEventListener {
    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof UserRemovedEvent removed) {
            userRemoved(removed);
        } else if (event instanceof OrganizationRemovedEvent removed) {
            organizationRemoved(removed);
        } else if (event instanceof ClientRemovedEvent removed) {
            clientRemoved(removed);
        } else if (event instanceof RealmRemovedEvent removed) {
            realmRemoved(removed);
        }
    }

    private static void userRemoved(UserRemovedEvent removed) {
        RealmRows rows = rows(removed.getKeycloakSession(), removed.getRealm());
        String user = removed.getUser().getId();
        change(rows, "delete from AtriumGrant g where g.realmId = :realm and g.userId = :id", user);
        change(rows, "delete from AtriumMembership m where m.realmId = :realm and m.userId = :id", user);
        change(
                rows,
                "update AtriumMembership m set m.invitedBy = null where m.realmId = :realm and m.invitedBy = :id",
                user);
        removeMails(rows, "userId", user);
        change(rows, "delete from AtriumInvitation i where i.realmId = :realm and i.userId = :id", user);
        change(
                rows,
                "update AtriumInvitation i set i.invitedBy = null where i.realmId = :realm and i.invitedBy = :id",
                user);
    }

    /** The event has no realm of its own: Keycloak removes organizations of the realm of its context only. */
    private static void organizationRemoved(OrganizationRemovedEvent removed) {
        KeycloakSession session = removed.getKeycloakSession();
        RealmModel realm = session.getContext().getRealm();
        RealmRows rows = rows(session, realm);
        String project = removed.getOrganization().getId();
        MailSuppression.none(session); // by now Keycloak cannot say what the organization was
        EndedMemberships.delete(
                EventPublishingMembershipStore.of(session, realm, rows),
                new MembershipFilter(
                        Optional.of(new ProjectId(project)), Optional.empty(), Optional.empty(), Optional.empty()));
        removeMails(rows, "projectId", project);
        change(rows, "delete from AtriumMailTemplate t where t.realmId = :realm and t.projectId = :id", project);
        change(rows, "delete from AtriumInvitation i where i.realmId = :realm and i.projectId = :id", project);
        change(rows, "delete from AtriumAliasVaultEntry v where v.realmId = :realm and v.projectId = :id", project);
    }

    private static void clientRemoved(ClientRemovedEvent removed) {
        RealmRows rows = rows(removed.getKeycloakSession(), removed.getClient().getRealm());
        String client = removed.getClient().getId();
        change(rows, "delete from AtriumGrant g where g.realmId = :realm and g.clientId = :id", client);
        change(
                rows,
                "update AtriumInvitation i set i.clientId = null where i.realmId = :realm and i.clientId = :id",
                client);
    }

    /** Organizations of a removed realm go without an event of their own. */
    private static void realmRemoved(RealmRemovedEvent removed) {
        RealmRows rows = rows(removed.getKeycloakSession(), removed.getRealm());
        rows.change("delete from AtriumGrant g where g.realmId = :realm").executeUpdate();
        rows.change("delete from AtriumMembership m where m.realmId = :realm").executeUpdate();
        rows.change("delete from AtriumOutbox o where o.realmId = :realm").executeUpdate();
        rows.change("delete from AtriumMailTemplate t where t.realmId = :realm").executeUpdate();
        rows.change("delete from AtriumInvitation i where i.realmId = :realm").executeUpdate();
        rows.change("delete from AtriumHookCall c where c.realmId = :realm").executeUpdate();
        rows.change("delete from AtriumAliasVaultEntry v where v.realmId = :realm")
                .executeUpdate();
        rows.change("delete from AtriumAccessPolicy p where p.realmId = :realm").executeUpdate();
    }

    /** What waited for one of them to be sent waits no longer. */
    private static void removeMails(RealmRows rows, String attribute, String id) {
        Instant now = KeycloakClock.INSTANCE.instant();
        List<Followers.Place> followed = Followers.ofMails(rows, attribute, id, now);
        change(
                rows,
                "delete from AtriumOutbox o where o.realmId = :realm and o.%s = :id and o.channel = MAIL"
                        .formatted(attribute),
                id);
        Followers.areDue(rows, followed, now);
    }

    private static void change(RealmRows rows, String statement, String id) {
        rows.change(statement).setParameter("id", id).executeUpdate();
    }

    private static RealmRows rows(KeycloakSession session, RealmModel realm) {
        return new RealmRows(session.getProvider(JpaConnectionProvider.class).getEntityManager(), realm.getId());
    }
}
