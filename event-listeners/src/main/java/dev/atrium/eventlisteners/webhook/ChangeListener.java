package dev.atrium.eventlisteners.webhook;

import dev.atrium.core.account.UserId;
import dev.atrium.core.consent.ConsentRecord;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipFilter;
import dev.atrium.core.membership.MembershipStore;
import dev.atrium.core.membership.ProjectReference;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.store.Page;
import dev.atrium.core.webhook.WebhookEvent;
import dev.atrium.core.webhook.WebhookType;
import dev.atrium.directory.component.Subscriptions;
import dev.atrium.support.event.ConsentEvent;
import dev.atrium.support.event.InvitationEvent;
import dev.atrium.support.event.MembershipEvent;
import dev.atrium.support.store.AtriumStoreProvider;
import dev.atrium.support.time.KeycloakClock;
import dev.atrium.support.webhook.WebhookProvider;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel.UserPreRemovedEvent;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/** Hears of changes that have no event of Keycloak's own, in the session whose transaction they belong to. */
final class ChangeListener implements ProviderEventListener {
    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof MembershipEvent change) {
            membership(change);
        } else if (event instanceof InvitationEvent change) {
            invitation(change);
        } else if (event instanceof ConsentEvent consent) {
            consent(consent);
        } else if (event instanceof UserPreRemovedEvent leaving) {
            membershipsOf(leaving);
        } else if (event instanceof UserRemovedEvent removed) {
            publish(
                    removed.getKeycloakSession(),
                    removed.getRealm(),
                    event(WebhookType.USER_DELETED)
                            .with("userId", removed.getUser().getId()));
        }
    }

    private static void membership(MembershipEvent change) {
        if (nobodyWants(change.realm(), "membership.")) {
            return;
        }
        Optional<ProjectReference> project =
                new EventProjects(change.session()).withId(change.membership().project());
        MembershipChanges.translate(change.before(), change.after(), project, KeycloakClock.INSTANCE.instant())
                .forEach(told -> publish(change.session(), change.realm(), told));
    }

    private static void invitation(InvitationEvent change) {
        if (nobodyWants(change.realm(), "invitation.")) {
            return;
        }
        Optional<ProjectReference> project = new EventProjects(change.session())
                .withId(change.invitation().offered().project());
        InvitationChanges.translate(change.kind(), change.invitation(), project, KeycloakClock.INSTANCE.instant())
                .ifPresent(told -> publish(change.session(), change.realm(), told));
    }

    private static void consent(ConsentEvent consent) {
        if (nobodyWants(consent.realm(), WebhookType.CONSENT_GRANTED.text())) {
            return;
        }
        ConsentRecord grant = consent.grant();
        publish(
                consent.session(),
                consent.realm(),
                event(WebhookType.CONSENT_GRANTED)
                        .in(new EventProjects(consent.session()).withAlias(consent.project()))
                        .with("userId", grant.key().user().value())
                        .with("clientId", consent.client().getClientId())
                        .with("membershipId", grant.key().membership().value())
                        .with(
                                "scopes",
                                grant.agreed().scopes().stream()
                                        .map(Scope::text)
                                        .toList()));
    }

    /** Memberships go with their user, and the store tells of none of them. */
    private static void membershipsOf(UserPreRemovedEvent leaving) {
        KeycloakSession session = leaving.getKeycloakSession();
        RealmModel realm = leaving.getRealm();
        if (nobodyWants(realm, WebhookType.MEMBERSHIP_DELETED.text())) {
            return;
        }
        MembershipFilter theirs = new MembershipFilter(
                Optional.empty(),
                Optional.of(new UserId(leaving.getUser().getId())),
                Optional.empty(),
                Optional.empty());
        MembershipStore store = session.getProvider(AtriumStoreProvider.class).memberships(realm);
        int first = 0;
        List<Membership> page;
        do {
            page = store.list(theirs, new Page(first, Page.MOST));
            page.forEach(membership -> deleted(session, realm, membership));
            first += Page.MOST;
        } while (page.size() == Page.MOST);
    }

    private static void deleted(KeycloakSession session, RealmModel realm, Membership membership) {
        MembershipChanges.translate(
                        Optional.of(membership),
                        Optional.empty(),
                        new EventProjects(session).withId(membership.project()),
                        KeycloakClock.INSTANCE.instant())
                .forEach(told -> publish(session, realm, told));
    }

    /** Asked before anything is looked up: without subscriptions nothing may cost a statement. */
    private static boolean nobodyWants(RealmModel realm, String prefix) {
        return new Subscriptions(realm)
                .all().stream()
                        .noneMatch(subscription -> List.of(WebhookType.values()).stream()
                                .anyMatch(type -> type.text().startsWith(prefix) && subscription.wants(type)));
    }

    private static WebhookEvent event(WebhookType type) {
        return WebhookEvent.of(type, KeycloakClock.INSTANCE.instant());
    }

    private static void publish(KeycloakSession session, RealmModel realm, WebhookEvent event) {
        session.getProvider(WebhookProvider.class).publish(realm, event);
    }
}
