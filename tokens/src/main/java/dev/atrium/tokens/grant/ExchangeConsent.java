package dev.atrium.tokens.grant;

import dev.atrium.core.account.UserId;
import dev.atrium.core.consent.ConsentedScopes;
import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeKind;
import dev.atrium.core.scope.ScopeNaming;
import dev.atrium.directory.membership.ActiveMembership;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;

/** What a person agreed to for a client that exchanges a token. */
public record ExchangeConsent(KeycloakSession session, TokenPostProcessorContext issued, ActiveMembership active) {
    /** Refuses what the person did not agree to, where the client needs that. */
    public void check() {
        if (client().isConsentRequired()) {
            ConsentedScopes consented = agreement();
            GrantedScopes.of(exchange())
                    .map(Scope::parse)
                    .filter(scope -> CurrentConsent.isAsked(scope) && !consented.covers(scope))
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

    /** An app that never asked for lasting access gets Keycloak's ordinary one, as at a sign-in. */
    private static boolean withholdsRefresh(ConsentedScopes consented) {
        return consented.requested().scopes().stream().anyMatch(ExchangeConsent::lasts)
                && consented.agreed().scopes().stream().noneMatch(ExchangeConsent::lasts);
    }

    private static boolean lasts(Scope scope) {
        return scope.kind() == ScopeKind.REFRESH;
    }

    private ConsentedScopes agreement() {
        UserId user = new UserId(
                exchange().getClientSession().getUserSession().getUser().getId());
        return new CurrentConsent(session, client())
                .of(user, active.membership().id());
    }

    private ClientModel client() {
        return exchange().getClientSession().getClient();
    }

    private ClientSessionContext exchange() {
        return issued.clientSessionCtx();
    }
}
