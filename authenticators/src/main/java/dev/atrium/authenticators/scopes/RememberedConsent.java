package dev.atrium.authenticators.scopes;

import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.consent.ClientUuid;
import dev.atrium.core.consent.ConsentRecord;
import dev.atrium.core.consent.ConsentScreen;
import dev.atrium.core.consent.ConsentStore;
import dev.atrium.core.consent.ConsentedScopes;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.support.event.ConsentEvent;
import dev.atrium.support.store.AtriumStoreProvider;
import dev.atrium.support.time.KeycloakClock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
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
record RememberedConsent(StageContext context, GrantableScopes grantable) {
    ConsentedScopes remembered() {
        Optional<UserConsentModel> consent = keycloaksConsent();
        return consent.flatMap(found -> grants().find(key()).filter(grant -> isSince(found, grant)))
                .map(grant -> grant.consented().without(takenBack(consent, grant)))
                .orElse(ConsentedScopes.NONE);
    }

    /** Whether the person has agreed to what Keycloak's consent screen says of the client itself, if anything. */
    boolean hasClientText() {
        return !client().isDisplayOnConsentScreen()
                || keycloaksConsent()
                        .filter(consent -> consent.isClientScopeGranted(client()))
                        .isPresent();
    }

    void remember(ConsentScreen screen, ScopeSet ticked) {
        ConsentedScopes now = screen.after(remembered(), grantable.asked(), ticked);
        writeKeycloaksConsent(now, screen);
        ConsentRecord grant = new ConsentRecord(key(), now, KeycloakClock.INSTANCE.instant());
        grants().save(grant);
        tell(grant);
    }

    private static boolean isSince(UserConsentModel consent, ConsentRecord grant) {
        long since = Optional.ofNullable(consent.getCreatedDate()).orElse(Long.MAX_VALUE);
        return grant.agreedAt().toEpochMilli() >= since;
    }

    /** What Keycloak would ask for, as its consent no longer has it. */
    private ScopeSet takenBack(Optional<UserConsentModel> consent, ConsentRecord grant) {
        return grant.agreed()
                .filter(grantable::isOnConsentScreen)
                .without(scope -> consent.filter(found -> found.isClientScopeGranted(clientScope(scope)))
                        .isPresent());
    }

    private void tell(ConsentRecord grant) {
        context.session()
                .getKeycloakSessionFactory()
                .publish(new ConsentEvent(
                        context.session(),
                        realm(),
                        client(),
                        grantable.membership().project().alias(),
                        grant));
    }

    /**
     * Keycloak shows the app in the account console, and asks no second time for the scopes on its own screen. What is
     * withheld now leaves its consent, unless it was agreed to in another membership.
     */
    private void writeKeycloaksConsent(ConsentedScopes now, ConsentScreen screen) {
        Optional<UserConsentModel> found = keycloaksConsent();
        if (found.isEmpty()) {
            UserConsentManager.addConsent(context.session(), realm(), user(), new UserConsentModel(client()));
        }
        UserConsentModel consent = new UserConsentModel(client());
        found.ifPresent(before -> copy(before, consent, withheld(now, screen)));
        now.agreed().filter(grantable::isOnConsentScreen).scopes().stream()
                .map(this::clientScope)
                .forEach(consent::addGrantedClientScope);
        if (client().isDisplayOnConsentScreen()) {
            consent.addGrantedClientScope(client());
        }
        UserConsentManager.updateConsent(context.session(), realm(), user(), consent);
    }

    private Set<String> withheld(ConsentedScopes now, ConsentScreen screen) {
        ScopeSet elsewhere = grants().ofUser(context.userId()).stream()
                .filter(grant -> grant.key().client().equals(key().client())
                        && !grant.key().equals(key()))
                .map(ConsentRecord::agreed)
                .reduce(ScopeSet.EMPTY, ScopeSet::plus);
        return screen
                .asked()
                .without(scope -> now.agreed().contains(scope.text()) || elsewhere.contains(scope.text()))
                .scopes()
                .stream()
                .map(Scope::text)
                .collect(Collectors.toSet());
    }

    private static void copy(UserConsentModel before, UserConsentModel consent, Set<String> withheld) {
        for (ClientScopeModel scope : before.getGrantedClientScopes()) {
            if (ClientScopeModel.isParameterizedScope(scope)) {
                before.getParameters(scope).forEach(value -> consent.addGrantedClientScope(scope, value));
            } else if (!withheld.contains(scope.getName())) {
                consent.addGrantedClientScope(scope);
            }
        }
    }

    private ClientScopeModel clientScope(Scope scope) {
        return Objects.requireNonNull(grantable.clientScopes().get(scope.text()));
    }

    private Optional<UserConsentModel> keycloaksConsent() {
        return Optional.ofNullable(
                UserConsentManager.getConsentByClient(context.session(), realm(), user(), client().getId()));
    }

    private ConsentStore grants() {
        return context.session().getProvider(AtriumStoreProvider.class).grants(realm());
    }

    private ConsentRecord.Key key() {
        return new ConsentRecord.Key(
                context.userId(),
                new ClientUuid(client().getId()),
                grantable.membership().membership().id());
    }

    private RealmModel realm() {
        return context.authSession().getRealm();
    }

    private UserModel user() {
        return context.user();
    }

    private ClientModel client() {
        return context.authSession().getClient();
    }
}
