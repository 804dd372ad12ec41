package dev.atrium.overrides.scope;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.clientpolicy.ClientPolicyManager;
import org.keycloak.services.clientpolicy.DefaultClientPolicyManagerFactory;

/** Puts the {@link ScopeCheckingClientPolicyManager} before the client policies of every realm. */
public final class ScopeCheckingClientPolicyManagerFactory extends DefaultClientPolicyManagerFactory {
    @Override
    public ClientPolicyManager create(KeycloakSession session) {
        return new ScopeCheckingClientPolicyManager(session);
    }

    @Override
    public int order() {
        return 10;
    }
}
