package dev.atrium.authenticators.credentials;

import dev.atrium.authenticators.stage.StepFactory;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.support.config.ConfigOption;
import dev.atrium.support.config.ConfigOption.Words;
import java.util.List;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers the condition in the admin console. */
public final class MethodConditionFactory extends StepFactory implements ConditionalAuthenticatorFactory {
    static final ConfigOption<Own> METHOD = new ConfigOption<>(
            new Words("atrium.method", "Method", "The sign-in method that 'Atrium domain' must have chosen."),
            ProviderConfigProperty.LIST_TYPE,
            Own.PASSWORD,
            Own.texts(),
            Own::parse);

    public MethodConditionFactory() {
        super(
                "atrium-method-condition",
                "Condition - Atrium method",
                "Runs this sub-flow only if 'Atrium domain' has chosen this method.",
                List.of(METHOD));
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
    }

    @Override
    public ConditionalAuthenticator getSingleton() {
        return new MethodCondition();
    }

    @Override
    public ConditionalAuthenticator create(KeycloakSession session) {
        return new MethodCondition();
    }
}
