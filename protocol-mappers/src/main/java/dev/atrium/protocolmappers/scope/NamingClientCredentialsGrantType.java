package dev.atrium.protocolmappers.scope;

import org.jspecify.annotations.Nullable;
import org.keycloak.protocol.oidc.grants.ClientCredentialsGrantType;

/** The client credentials grant, which names the scopes that the client may not request. */
final class NamingClientCredentialsGrantType extends ClientCredentialsGrantType {
    @Override
    protected @Nullable String getRequestedScopes() {
        TokenRequestScope.check(session, event, cors);
        return super.getRequestedScopes();
    }
}
