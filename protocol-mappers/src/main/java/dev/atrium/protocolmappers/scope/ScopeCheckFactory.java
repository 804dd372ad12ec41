package dev.atrium.protocolmappers.scope;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.clientpolicy.ClientPolicyManager;
import org.keycloak.services.clientpolicy.DefaultClientPolicyManagerFactory;

/** Puts the {@link ScopeCheck} before the client policies of every realm. */
public final class ScopeCheckFactory extends DefaultClientPolicyManagerFactory {
    @Override
    public ClientPolicyManager create(KeycloakSession session) {
        return new ScopeCheck(session);
    }

    @Override
    public int order() {
        return 10;
    }
}
