package dev.atrium.tokens.grant;

import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;

/** The client scopes of a grant, by name. */
public final class GrantedScopes {
    private GrantedScopes() {}

    /** Keycloak counts the client itself among its scopes; its name is for people, and may be missing. */
    public static Stream<String> of(ClientSessionContext clientSessionContext) {
        return clientSessionContext
                .getClientScopesStream()
                .filter(scope -> !(scope instanceof ClientModel))
                .map(ClientScopeModel::getName);
    }
}
