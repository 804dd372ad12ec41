package dev.atrium.protocolmappers.claim;

import dev.atrium.core.launch.LaunchContext;
import dev.atrium.core.negotiation.GrantedClaims;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.directory.membership.ActiveMembership;
import dev.atrium.tokens.grant.GrantedScopes;
import dev.atrium.tokens.grant.TokenLaunch;
import dev.atrium.tokens.grant.TokenMembership;
import java.util.Optional;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;

/**
 * What the claims of a token are made of.
 *
 * @param launch what the app was launched with, where the granted scopes let it be told; else empty
 */
record TokenFacts(ActiveMembership active, GrantedClaims granted, LaunchContext launch) {
    /** Those of a grant that is bound to a membership. */
    static Optional<TokenFacts> of(KeycloakSession session, ClientSessionContext clientSessionContext) {
        return TokenMembership.of(session, clientSessionContext).map(active -> {
            GrantedClaims granted = new GrantedClaims(ScopeSet.of(
                    GrantedScopes.of(clientSessionContext).map(Scope::parse).toList()));
            LaunchContext launch = granted.launchContext()
                    ? TokenLaunch.context(session, clientSessionContext, active)
                    : LaunchContext.EMPTY;
            return new TokenFacts(active, granted, launch);
        });
    }
}
