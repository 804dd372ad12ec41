package dev.atrium.tokens.grant;

import dev.atrium.core.negotiation.RefreshNegotiation;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeNaming;
import dev.atrium.core.scope.ScopeSet;
import java.util.Optional;
import org.keycloak.OAuthErrorException;

/** Which part of a grant a refresh request asks for (SMART App Launch 2.2.0, "Refresh access token"). */
public final class RefreshedScope {
    private RefreshedScope() {}

    /**
     * The scopes asked for, which the grant must cover; all of it when the request names none.
     *
     * @throws OAuthErrorException invalid_scope, naming the first scope that was never granted
     */
    public static ScopeSet of(ScopeSet granted, Optional<String> parameter) throws OAuthErrorException {
        RefreshNegotiation refresh = new RefreshNegotiation(granted, parameter);
        Optional<Scope> beyond = refresh.beyond();
        if (beyond.isPresent()) {
            throw new OAuthErrorException(
                    OAuthErrorException.INVALID_SCOPE,
                    "The scope '" + ScopeNaming.of(beyond.get()) + "' goes beyond what was granted");
        }
        return refresh.decide().granted();
    }
}
