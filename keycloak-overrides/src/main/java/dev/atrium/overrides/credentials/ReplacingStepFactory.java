package dev.atrium.overrides.credentials;

import dev.atrium.support.provider.DefaultProviderFactory;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Puts a step in the place of one of Keycloak's, in every flow that has it. */
public abstract class ReplacingStepFactory implements AuthenticatorFactory, DefaultProviderFactory<Authenticator> {
    private final AuthenticatorFactory keycloaks;

    protected ReplacingStepFactory(AuthenticatorFactory keycloaks) {
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
    public String getDisplayType() {
        return keycloaks.getDisplayType();
    }

    @Override
    public String getHelpText() {
        return keycloaks.getHelpText();
    }

    @Override
    public @Nullable String getReferenceCategory() {
        return keycloaks.getReferenceCategory();
    }

    @Override
    public Set<String> getOptionalReferenceCategories(KeycloakSession session) {
        return keycloaks.getOptionalReferenceCategories(session);
    }

    @Override
    public boolean isConfigurable() {
        return keycloaks.isConfigurable();
    }

    @Override
    public @Nullable List<ProviderConfigProperty> getConfigProperties() {
        return keycloaks.getConfigProperties();
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return keycloaks.getRequirementChoices();
    }

    @Override
    public boolean isUserSetupAllowed() {
        return keycloaks.isUserSetupAllowed();
    }
}
