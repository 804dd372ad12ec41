package dev.atrium.protocolmappers.grant;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantTypeFactory;

/** Puts the {@link BoundDeviceGrantType} in the place of Keycloak's own. */
public final class BoundDeviceGrantTypeFactory extends DeviceGrantTypeFactory {
    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new BoundDeviceGrantType();
    }

    @Override
    public int order() {
        return 10;
    }
}
