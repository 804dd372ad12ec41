package dev.atrium.authenticators.domain;

import dev.atrium.support.flow.StepFactory;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Offers the domain stage in the admin console. */
public final class DomainAuthenticatorFactory extends StepFactory {
    public DomainAuthenticatorFactory() {
        super(
                "atrium-domain",
                "Atrium domain",
                "Asks for the e-mail address first. A domain of an organization with a linked identity provider goes"
                        + " there; all others go on to the steps after this one, whose 'Atrium method' condition tells"
                        + " them apart.",
                List.of());
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new DomainAuthenticator();
    }
}
