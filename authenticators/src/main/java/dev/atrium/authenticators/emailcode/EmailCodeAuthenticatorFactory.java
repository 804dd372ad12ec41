package dev.atrium.authenticators.emailcode;

import dev.atrium.authenticators.stage.StepFactory;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Offers the e-mail code in the admin console. */
public final class EmailCodeAuthenticatorFactory extends StepFactory {
    static final String ID = "atrium-email-code";

    public EmailCodeAuthenticatorFactory() {
        super(
                ID,
                "Atrium e-mail code",
                "Sends six digits and a link to the person's e-mail address and asks for them. After 'Atrium domain' and"
                        + " 'Condition - Atrium method' it is the first factor; after another credential it is a second"
                        + " factor for people with a verified address, but never both. An unknown address is answered"
                        + " like any other.",
                List.of());
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new EmailCodeAuthenticator();
    }
}
