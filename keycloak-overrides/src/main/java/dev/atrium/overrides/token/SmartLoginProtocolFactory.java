package dev.atrium.overrides.token;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolFactory;

/** Makes the {@link SmartLoginProtocol}, in the place of Keycloak's. */
public final class SmartLoginProtocolFactory extends OIDCLoginProtocolFactory {
    @Override
    public LoginProtocol create(KeycloakSession session) {
        OIDCLoginProtocol keycloaks = (OIDCLoginProtocol) super.create(session);
        return new SmartLoginProtocol(keycloaks.getConfig()).setSession(session);
    }

    @Override
    public int order() {
        return super.order() + 1;
    }
}
