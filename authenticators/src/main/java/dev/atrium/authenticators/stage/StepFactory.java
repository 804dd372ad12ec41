package dev.atrium.authenticators.stage;

import dev.atrium.support.config.ConfigOption;
import dev.atrium.support.provider.DefaultProviderFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes a step of a flow; what every one of Atrium's factories has in common. */
public abstract class StepFactory implements AuthenticatorFactory, DefaultProviderFactory<Authenticator> {
    private final String id;
    private final String displayType;
    private final String helpText;
    private final List<ConfigOption<?>> options;

    protected StepFactory(String id, String displayType, String helpText, List<ConfigOption<?>> options) {
        this.id = id;
        this.displayType = displayType;
        this.helpText = helpText;
        this.options = List.copyOf(options);
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String getDisplayType() {
        return displayType;
    }

    @Override
    public String getHelpText() {
        return helpText;
    }

    @Override
    public String getReferenceCategory() {
        return "atrium";
    }

    @Override
    public boolean isConfigurable() {
        return !options.isEmpty();
    }

    /** What is wrong with settings of this step, if anything is. */
    public Optional<String> problem(Map<String, String> settings) {
        return options.stream()
                .flatMap(option -> option.problem(settings).stream())
                .findFirst();
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return options.stream().map(ConfigOption::property).toList();
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.ALTERNATIVE, Requirement.DISABLED};
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }
}
