package dev.atrium.authenticators.scopes;

import dev.atrium.authenticators.stage.Turn;
import dev.atrium.core.project.Agreement;
import dev.atrium.core.project.ClientUuid;
import dev.atrium.core.project.Grant;
import dev.atrium.core.project.GrantStore;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.support.event.ConsentEvent;
import dev.atrium.support.store.AtriumStoreProvider;
import dev.atrium.support.time.KeycloakClock;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.UserConsentManager;

/**
 * What a person agreed to, kept twice: in Atrium's grants, scope by scope, and as Keycloak's consent.
 *
 * <p>A grant counts only while Keycloak's consent is there and no younger: whoever takes an app's access back in the
 * account console, or has it taken back by an admin, is asked again.
 */
record RememberedConsent(Turn turn, Offer offer) {
    Agreement remembered() {
        UserConsentModel consent = keycloaksConsent();
        if (consent == null) {
            return Agreement.NONE;
        }
        long since = Optional.ofNullable(consent.getCreatedDate()).orElse(Long.MAX_VALUE);
        return grants().find(key())
                .filter(grant -> grant.agreedAt().toEpochMilli() >= since)
                .map(grant -> new Agreement(grant.agreed()))
                .orElse(Agreement.NONE);
    }

    void remember(ScopeSet asked, ScopeSet ticked) {
        Agreement before = remembered();
        writeKeycloaksConsent(ticked);
        Agreement now = before.after(asked, ticked);
        Grant grant = new Grant(key(), now.scopes(), KeycloakClock.INSTANCE.instant());
        grants().save(grant);
        tell(grant);
    }

    private void tell(Grant grant) {
        turn.session()
                .getKeycloakSessionFactory()
                .publish(new ConsentEvent(
                        turn.session(),
                        realm(),
                        client(),
                        offer.membership().project().alias(),
                        grant));
    }

    /** Keycloak shows the app in the account console, and asks no second time for the scopes on its own screen. */
    private void writeKeycloaksConsent(ScopeSet ticked) {
        UserConsentModel found = keycloaksConsent();
        UserConsentModel consent = found == null ? new UserConsentModel(client()) : found;
        if (found == null) {
            UserConsentManager.addConsent(turn.session(), realm(), user(), consent);
        }
        ticked.scopes().stream()
                .map(scope -> offer.clientScopes().get(scope.text()))
                .filter(Objects::nonNull)
                .filter(scope -> scope.isDisplayOnConsentScreen() && !consent.isClientScopeGranted(scope))
                .forEach(consent::addGrantedClientScope);
        UserConsentManager.updateConsent(turn.session(), realm(), user(), consent);
    }

    private UserConsentModel keycloaksConsent() {
        return UserConsentManager.getConsentByClient(turn.session(), realm(), user(), client().getId());
    }

    private GrantStore grants() {
        return turn.session().getProvider(AtriumStoreProvider.class).grants(realm());
    }

    private Grant.Key key() {
        return new Grant.Key(
                turn.userId(),
                new ClientUuid(client().getId()),
                offer.membership().membership().id());
    }

    private RealmModel realm() {
        return turn.signIn().getRealm();
    }

    private UserModel user() {
        return turn.user();
    }

    private ClientModel client() {
        return turn.signIn().getClient();
    }
}
