package dev.atrium.protocolmappers.grant;

import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.protocol.oidc.TokenManager.AccessTokenResponseBuilder;
import org.keycloak.representations.RefreshToken;

/** A refresh token that goes from one answer into another, which can take it from a refresh token provider only. */
record CarriedRefreshToken(RefreshToken token) {
    private static final String ATTRIBUTE = CarriedRefreshToken.class.getName();

    static Optional<RefreshToken> in(ClientSessionContext grant) {
        return Optional.ofNullable(grant.getAttribute(ATTRIBUTE, RefreshToken.class));
    }

    /** Unchanged, though the answer writes into it what a new one would have. */
    void handTo(AccessTokenResponseBuilder answer) {
        String scope = token.getScope();
        Map<String, Object> claims = Map.copyOf(token.getOtherClaims());
        answer.getClientSessionCtx().setAttribute(ATTRIBUTE, token);
        answer.generateRefreshToken();
        token.setScope(scope);
        token.getOtherClaims().putAll(claims);
    }
}
