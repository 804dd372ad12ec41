package dev.atrium.tokens.grant;

import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeNaming;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.directory.membership.MembershipScope;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.RefreshToken;

/** A grant that is not on the list of {@link SmartGrantType}: its tokens carry no SMART scope, and no membership. */
public record UnlistedGrantType(KeycloakSession session, TokenPostProcessorContext issued) {
    /** Refuses them if they would, and takes out of a refresh token what could bring a membership back. */
    public void check() {
        RefreshToken refreshToken = issued.refreshToken();
        Stream.concat(scopes(issued.accessToken()), refreshToken == null ? Stream.empty() : scopes(refreshToken))
                .filter(Scope::concernsFhir)
                .findFirst()
                .map(ScopeNaming::of)
                .ifPresent(this::refuse);
        if (refreshToken != null && refreshToken.getScope() != null) {
            refreshToken.setScope(ScopeSet.parse(refreshToken.getScope())
                    .without(scope -> MembershipScope.isHidden(scope.text()))
                    .text());
        }
    }

    private void refuse(String scope) {
        String grant = SmartGrantType.name(session, issued.clientSessionCtx());
        throw new TokenRefusal(
                        OAuthError.INVALID_SCOPE,
                        "The scope '" + scope + "' is not available with this grant type",
                        "The grant " + grant + " may not carry " + scope)
                .of(session, issued.clientSessionCtx());
    }

    private static Stream<Scope> scopes(AccessToken token) {
        return token.getScope() == null ? Stream.empty() : ScopeSet.parse(token.getScope()).scopes().stream();
    }
}
