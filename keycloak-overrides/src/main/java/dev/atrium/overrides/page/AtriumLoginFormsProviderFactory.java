package dev.atrium.overrides.page;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Puts {@link AtriumLoginFormsProvider} in the place of Keycloak's. */
public final class AtriumLoginFormsProviderFactory extends FreeMarkerLoginFormsProviderFactory {
    @Override
    public LoginFormsProvider create(KeycloakSession session) {
        return new AtriumLoginFormsProvider(session);
    }

    @Override
    public int order() {
        return 10;
    }
}
