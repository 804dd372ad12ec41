package dev.atrium.tokens.grant;

import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.protocol.oidc.TokenManager.AccessTokenResponseBuilder;
import org.keycloak.representations.RefreshToken;

/** A refresh token that goes from one answer into another, which can take it from a refresh token provider only. */
public record ReturnedRefreshToken(RefreshToken token) {
    private static final String ATTRIBUTE = ReturnedRefreshToken.class.getName();

    public static Optional<RefreshToken> in(ClientSessionContext clientSessionContext) {
        return Optional.ofNullable(clientSessionContext.getAttribute(ATTRIBUTE, RefreshToken.class));
    }

    /** Unchanged, though the answer writes into it what a new one would have. */
    public void handTo(AccessTokenResponseBuilder answer) {
        String scope = token.getScope();
        Map<String, Object> claims = Map.copyOf(token.getOtherClaims());
        answer.getClientSessionCtx().setAttribute(ATTRIBUTE, token);
        answer.generateRefreshToken();
        token.setScope(scope);
        token.getOtherClaims().putAll(claims);
    }
}
