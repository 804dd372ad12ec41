package dev.atrium.authenticators.scopes;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Puts {@link DeviceLoginForms} in the place of Keycloak's. */
public final class DeviceLoginFormsFactory extends FreeMarkerLoginFormsProviderFactory {
    @Override
    public LoginFormsProvider create(KeycloakSession session) {
        return new DeviceLoginForms(session);
    }

    @Override
    public int order() {
        return 10;
    }
}
