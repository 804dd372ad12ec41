package dev.atrium.authenticators.domain;

import dev.atrium.authenticators.stage.StepFactory;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Offers the domain stage in the admin console. */
public final class DomainAuthenticatorFactory extends StepFactory {
    static final String ID = "atrium-domain";

    public DomainAuthenticatorFactory() {
        super(
                ID,
                "Atrium domain",
                "Asks for the e-mail address first. If its domain belongs to an organization with a linked identity"
                        + " provider, the user is sent there. Everyone else continues with the next steps, which"
                        + " 'Condition - Atrium method' selects.",
                List.of());
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new DomainAuthenticator(session);
    }
}
