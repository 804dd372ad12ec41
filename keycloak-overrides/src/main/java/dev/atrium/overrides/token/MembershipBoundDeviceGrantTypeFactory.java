package dev.atrium.overrides.token;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantTypeFactory;

/** Puts the {@link MembershipBoundDeviceGrantType} in the place of Keycloak's own. */
public final class MembershipBoundDeviceGrantTypeFactory extends DeviceGrantTypeFactory {
    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new MembershipBoundDeviceGrantType();
    }

    @Override
    public int order() {
        return 10;
    }
}
