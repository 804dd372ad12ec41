package dev.atrium.tokens.grant;

import dev.atrium.directory.membership.MembershipScope;
import org.keycloak.models.ClientSessionContext;

/** Whether the person withheld {@code offline_access} that the app had asked for. */
public final class WithheldRefresh {
    private WithheldRefresh() {}

    public static boolean in(ClientSessionContext clientSessionContext) {
        return GrantedScopes.of(clientSessionContext).anyMatch(MembershipScope.WITHOUT_REFRESH::equals);
    }
}
