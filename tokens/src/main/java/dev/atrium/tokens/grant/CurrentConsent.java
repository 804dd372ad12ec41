package dev.atrium.tokens.grant;

import dev.atrium.core.account.UserId;
import dev.atrium.core.consent.ClientUuid;
import dev.atrium.core.consent.ConsentRecord;
import dev.atrium.core.consent.ConsentedScopes;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.negotiation.GrantedClaims;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.support.store.AtriumStoreProvider;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.UserConsentManager;

/**
 * What a person agrees to by now, for a client that needs their consent. Keycloak asks its own consent, which knows nothing of
 * SMART scopes and of what was unticked on the page for them.
 */
public record CurrentConsent(KeycloakSession session, ClientModel client) {
    /** Of this person, for this membership; it counts only while Keycloak's consent is there and no younger. */
    public ConsentedScopes of(UserId user, MembershipId membership) {
        RealmModel realm = session.getContext().getRealm();
        ConsentRecord.Key key = new ConsentRecord.Key(user, new ClientUuid(client.getId()), membership);
        return Optional.ofNullable(session.users().getUserById(realm, user.value()))
                .map(person -> UserConsentManager.getConsentByClient(session, realm, person, client.getId()))
                .map(consent -> Optional.ofNullable(consent.getCreatedDate()).orElse(Long.MAX_VALUE))
                .flatMap(since -> session.getProvider(AtriumStoreProvider.class)
                        .grants(realm)
                        .find(key)
                        .filter(grant -> grant.agreedAt().toEpochMilli() >= since))
                .map(ConsentRecord::consented)
                .orElse(ConsentedScopes.NONE);
    }

    /** What of these scopes, granted before, the person still agrees to; all of them if the client needs no consent. */
    public ScopeSet narrow(ScopeSet granted, UserId user, MembershipId membership) {
        ScopeSet asked = granted.filter(CurrentConsent::isAsked);
        if (!client.isConsentRequired() || asked.isEmpty()) {
            return granted;
        }
        ConsentedScopes consented = of(user, membership);
        return consented.covers(asked)
                ? granted
                : consented.within(asked).plus(granted.without(CurrentConsent::isAsked));
    }

    /** Whether Atrium's page asks for it whatever the client scope says; for others Keycloak's consent counts. */
    static boolean isAsked(Scope scope) {
        return scope.concernsFhir() || scope.text().equals(GrantedClaims.PROJECT_SCOPE);
    }
}
