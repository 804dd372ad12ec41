package dev.atrium.tokens.grant;

import dev.atrium.directory.membership.MembershipScope;
import dev.atrium.support.note.KeycloakNotes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OAuth2DeviceCodeModel;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantType;
import org.keycloak.protocol.oidc.grants.device.endpoints.DeviceEndpoint;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What a device gets (RFC 8628). Keycloak keeps it beside the device code, which several sign-ins may have open: it is
 * that of the one in which the person says yes.
 */
public final class DeviceScope {
    private DeviceScope() {}

    /** Has the device get what this sign-in has decided. */
    public static void settle(KeycloakSession session, AuthenticationSessionModel authSession) {
        Optional<String> decided = KeycloakNotes.SCOPE
                .in(authSession)
                .filter(scope -> MembershipScope.membershipIn(Arrays.stream(scope.split(" ")))
                        .isPresent());
        decided.ifPresent(scope -> code(session, authSession).ifPresent(code -> {
            Map<String, String> settled = new HashMap<>(code.toMap());
            settled.put(OAuth2Constants.SCOPE, scope);
            session.singleUseObjects().replace(code.serializeKey(), settled);
        }));
    }

    private static Optional<OAuth2DeviceCodeModel> code(
            KeycloakSession session, AuthenticationSessionModel authSession) {
        return Optional.ofNullable(authSession.getClientNote(DeviceGrantType.OAUTH2_DEVICE_VERIFIED_USER_CODE))
                .map(userCode -> DeviceEndpoint.getDeviceByUserCode(session, authSession.getRealm(), userCode));
    }
}
