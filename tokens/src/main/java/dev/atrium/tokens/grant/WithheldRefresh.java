package dev.atrium.tokens.grant;

import dev.atrium.core.scope.NamedScope.Name;
import dev.atrium.directory.membership.MembershipScope;
import dev.atrium.directory.scope.AssignedScopes;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;

/**
 * Whether a grant is without a refresh token: the person withheld {@code offline_access}, or a client that may request
 * {@code online_access} got neither (SMART App Launch 2.2.0, "Scopes for requesting a refresh token").
 */
public final class WithheldRefresh {
    private WithheldRefresh() {}

    public static boolean in(ClientSessionContext clientSessionContext) {
        Set<String> granted = GrantedScopes.of(clientSessionContext).collect(Collectors.toSet());
        if (granted.contains(Name.ONLINE_ACCESS.text())) {
            return false;
        }
        return granted.contains(MembershipScope.WITHOUT_REFRESH)
                || (!granted.contains(Name.OFFLINE_ACCESS.text())
                        && mayStayOnline(clientSessionContext.getClientSession().getClient()));
    }

    /** To other clients Keycloak gives a refresh token that ends with the session, without being asked. */
    private static boolean mayStayOnline(ClientModel client) {
        return AssignedScopes.has(client, Name.ONLINE_ACCESS.text());
    }
}
