package dev.atrium.authenticators.domain;

import dev.atrium.authenticators.stage.StepFactory;
import dev.atrium.directory.login.LoginTables;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers the domain stage in the admin console. */
public final class DomainAuthenticatorFactory extends StepFactory {
    static final String ID = "atrium-domain";

    public DomainAuthenticatorFactory() {
        super(
                ID,
                "Atrium domain",
                "Asks for the e-mail address or user name first. Its settings say by which methods the people of a domain"
                        + " sign in; an organization with a linked identity provider sends its people there. The next"
                        + " steps, which 'Condition - Atrium method' selects, check the rest.",
                List.of());
    }

    @Override
    public boolean isConfigurable() {
        return true;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return LoginTables.properties();
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new DomainAuthenticator(session);
    }
}
