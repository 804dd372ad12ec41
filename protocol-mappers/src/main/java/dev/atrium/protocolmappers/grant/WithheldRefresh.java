package dev.atrium.protocolmappers.grant;

import dev.atrium.support.membership.HiddenScope;
import org.keycloak.models.ClientSessionContext;

/** Whether the person withheld {@code offline_access} that the app had asked for. */
final class WithheldRefresh {
    private WithheldRefresh() {}

    static boolean in(ClientSessionContext grant) {
        return GrantedScopes.of(grant).anyMatch(HiddenScope.WITHOUT_REFRESH::equals);
    }
}
