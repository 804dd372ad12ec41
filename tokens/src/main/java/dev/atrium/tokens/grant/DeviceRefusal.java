package dev.atrium.tokens.grant;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OAuth2DeviceCodeModel;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantType;
import org.keycloak.protocol.oidc.grants.device.endpoints.DeviceEndpoint;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Why a device was refused (RFC 8628, section 3.5); by itself, Keycloak knows one reason: the person said no. */
public final class DeviceRefusal {
    private static final String DESCRIPTION = "atrium.refusal";

    private DeviceRefusal() {}

    /** Notes it beside the device code that this sign-in has just denied. */
    public static void note(KeycloakSession session, AuthenticationSessionModel authSession, String description) {
        Optional.ofNullable(authSession.getClientNote(DeviceGrantType.OAUTH2_DEVICE_VERIFIED_USER_CODE))
                .map(userCode -> DeviceEndpoint.getDeviceByUserCode(session, authSession.getRealm(), userCode))
                .filter(OAuth2DeviceCodeModel::isDenied)
                .ifPresent(code -> {
                    Map<String, String> noted = new HashMap<>(code.toMap());
                    noted.put(DESCRIPTION, description);
                    session.singleUseObjects().replace(code.serializeKey(), noted);
                });
    }

    public static Optional<String> of(KeycloakSession session, String deviceCode) {
        SingleUseObjectProvider codes = session.singleUseObjects();
        return Optional.ofNullable(codes.get(OAuth2DeviceCodeModel.createKey(deviceCode)))
                .map(code -> code.get(DESCRIPTION));
    }
}
