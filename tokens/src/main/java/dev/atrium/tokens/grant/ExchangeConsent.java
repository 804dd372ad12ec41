package dev.atrium.tokens.grant;

import dev.atrium.core.account.UserId;
import dev.atrium.core.consent.ClientUuid;
import dev.atrium.core.consent.ConsentRecord;
import dev.atrium.core.consent.ConsentedScopes;
import dev.atrium.core.negotiation.GrantedClaims;
import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeKind;
import dev.atrium.core.scope.ScopeNaming;
import dev.atrium.directory.membership.ActiveMembership;
import dev.atrium.support.store.AtriumStoreProvider;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.services.managers.UserConsentManager;

/**
 * What a person agreed to for a client that exchanges a token. Keycloak asks its own consent, which knows nothing of
 * SMART scopes and of what was unticked on the page for them.
 */
public record ExchangeConsent(KeycloakSession session, TokenPostProcessorContext issued, ActiveMembership active) {
    /** Refuses what the person did not agree to, where the client needs that. */
    public void check() {
        if (client().isConsentRequired()) {
            ConsentedScopes consented = agreement();
            GrantedScopes.of(exchange())
                    .map(Scope::parse)
                    .filter(scope -> isAsked(scope) && !consented.covers(scope))
                    .findFirst()
                    .map(ScopeNaming::of)
                    .ifPresent(scope -> refuse(
                            OAuthError.INVALID_SCOPE,
                            "The user did not agree to the scope '" + scope + "' for this app"));
            if (issued.refreshToken() != null && withholdsRefresh(consented)) {
                refuse(OAuthError.INVALID_REQUEST, "The user did not agree to a refresh token");
            }
        }
    }

    private void refuse(OAuthError error, String description) {
        throw new TokenRefusal(error, description, description).of(session, exchange());
    }

    private static boolean isAsked(Scope scope) {
        return scope.concernsFhir() || scope.text().equals(GrantedClaims.PROJECT_SCOPE);
    }

    /** An app that never asked for lasting access gets Keycloak's ordinary one, as at a sign-in. */
    private static boolean withholdsRefresh(ConsentedScopes consented) {
        return consented.requested().scopes().stream().anyMatch(ExchangeConsent::lasts)
                && consented.agreed().scopes().stream().noneMatch(ExchangeConsent::lasts);
    }

    private static boolean lasts(Scope scope) {
        return scope.kind() == ScopeKind.REFRESH;
    }

    /** Like at a sign-in, it counts only while Keycloak's consent is there and no younger. */
    private ConsentedScopes agreement() {
        RealmModel realm = session.getContext().getRealm();
        UserModel user = exchange().getClientSession().getUserSession().getUser();
        ConsentRecord.Key key = new ConsentRecord.Key(
                new UserId(user.getId()),
                new ClientUuid(client().getId()),
                active.membership().id());
        return Optional.ofNullable(UserConsentManager.getConsentByClient(session, realm, user, client().getId()))
                .map(consent -> Optional.ofNullable(consent.getCreatedDate()).orElse(Long.MAX_VALUE))
                .flatMap(since -> session.getProvider(AtriumStoreProvider.class)
                        .grants(realm)
                        .find(key)
                        .filter(grant -> grant.agreedAt().toEpochMilli() >= since))
                .map(ConsentRecord::consented)
                .orElse(ConsentedScopes.NONE);
    }

    private ClientModel client() {
        return exchange().getClientSession().getClient();
    }

    private ClientSessionContext exchange() {
        return issued.clientSessionCtx();
    }
}
