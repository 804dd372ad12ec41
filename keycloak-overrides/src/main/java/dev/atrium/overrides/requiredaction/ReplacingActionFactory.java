package dev.atrium.overrides.requiredaction;

import dev.atrium.support.provider.DefaultProviderFactory;
import java.util.List;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Puts an action of Atrium's in the place of one of Keycloak's, which says all of it but what it does. */
abstract class ReplacingActionFactory implements RequiredActionFactory, DefaultProviderFactory<RequiredActionProvider> {
    private final RequiredActionFactory keycloaks;

    ReplacingActionFactory(RequiredActionFactory keycloaks) {
        this.keycloaks = keycloaks;
    }

    @Override
    public String getId() {
        return keycloaks.getId();
    }

    /** Above Keycloak's own, which has none. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public String getDisplayText() {
        return keycloaks.getDisplayText();
    }

    @Override
    public boolean isOneTimeAction() {
        return keycloaks.isOneTimeAction();
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return keycloaks.getConfigMetadata();
    }

    @Override
    public void validateConfig(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        keycloaks.validateConfig(session, realm, model);
    }
}
