package dev.atrium.authenticators.scopes;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OAuth2DeviceCodeModel;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantType;
import org.keycloak.protocol.oidc.grants.device.endpoints.DeviceEndpoint;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The request of a device that waits for this sign-in (RFC 8628); Keycloak keeps its scope beside the sign-in. */
record DeviceRequest(KeycloakSession session, OAuth2DeviceCodeModel code) {
    static Optional<DeviceRequest> of(KeycloakSession session, AuthenticationSessionModel signIn) {
        String userCode = signIn.getClientNote(DeviceGrantType.OAUTH2_DEVICE_VERIFIED_USER_CODE);
        return Optional.ofNullable(userCode)
                .map(found -> DeviceEndpoint.getDeviceByUserCode(session, signIn.getRealm(), found))
                .map(code -> new DeviceRequest(session, code));
    }

    /** From now on the device can be granted this and no more. */
    void narrowTo(String scope) {
        Map<String, String> narrowed = new HashMap<>(code.toMap());
        narrowed.put(OAuth2Constants.SCOPE, scope);
        session.singleUseObjects().replace(code.serializeKey(), narrowed);
    }
}
