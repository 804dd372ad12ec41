package dev.atrium.authenticators.stage;

import dev.atrium.core.membership.FhirBaseUrl;
import dev.atrium.support.note.KeycloakNotes;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OAuth2DeviceCodeModel;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantType;
import org.keycloak.protocol.oidc.grants.device.endpoints.DeviceEndpoint;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Which FHIR server a request was for: it was checked where it came in. */
public final class RequestedServer {
    private static final String AUDIENCE = "aud";

    private RequestedServer() {}

    public static Optional<FhirBaseUrl> of(KeycloakSession session, AuthenticationSessionModel authSession) {
        return KeycloakNotes.AUDIENCE
                .in(authSession)
                .or(() -> ofDevice(session, authSession))
                .flatMap(FhirBaseUrl::parse);
    }

    /** What a device asked for, Keycloak keeps beside its code. */
    private static Optional<String> ofDevice(KeycloakSession session, AuthenticationSessionModel authSession) {
        return Optional.ofNullable(authSession.getClientNote(DeviceGrantType.OAUTH2_DEVICE_VERIFIED_USER_CODE))
                .map(userCode -> DeviceEndpoint.getDeviceByUserCode(session, authSession.getRealm(), userCode))
                .map(OAuth2DeviceCodeModel::getAdditionalParams)
                .map(parameters -> parameters.get(AUDIENCE));
    }
}
