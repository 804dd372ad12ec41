package dev.atrium.overrides.clientpolicy;

import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.services.clientpolicy.condition.AbstractClientPolicyConditionProviderFactory;
import org.keycloak.services.clientpolicy.condition.ClientPolicyConditionProvider;

/** Offers the {@link SmartAppCondition} to client policies. */
public final class SmartAppConditionFactory extends AbstractClientPolicyConditionProviderFactory {
    static final String ID = "atrium-smart-app";

    @Override
    public ClientPolicyConditionProvider<?> create(KeycloakSession session) {
        return new SmartAppCondition(session);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getHelpText() {
        return "The condition is met by each client to which a SMART scope such as 'user/*.rs', 'launch/patient' or"
                + " 'fhirUser' is assigned.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(SmartAppConditionConfiguration.ATTRIBUTE)
                .label("Client attribute")
                .helpText(
                        "Only clients with this attribute, set to true, such as 'atrium.smart-app'. Leave it empty for every client.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .build();
    }
}
