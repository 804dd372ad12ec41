package dev.atrium.authenticators.broker;

import dev.atrium.authenticators.stage.StepFactory;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Offers the linking step in the admin console, for first broker login flows. */
public final class LinkVerifiedEmailAuthenticatorFactory extends StepFactory {
    public LinkVerifiedEmailAuthenticatorFactory() {
        super(
                "atrium-link-verified-email",
                "Atrium link by verified e-mail",
                "Links the identity to the account with the same e-mail address without asking, if the identity provider"
                        + " vouches for the address and belongs to the organization that owns the address's domain.",
                List.of());
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new LinkVerifiedEmailAuthenticator();
    }
}
