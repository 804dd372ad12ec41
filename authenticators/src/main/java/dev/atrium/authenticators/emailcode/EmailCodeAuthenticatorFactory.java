package dev.atrium.authenticators.emailcode;

import dev.atrium.authenticators.stage.StepFactory;
import dev.atrium.support.config.ConfigOption;
import dev.atrium.support.config.ConfigOption.Words;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers the e-mail code in the admin console. */
public final class EmailCodeAuthenticatorFactory extends StepFactory {
    static final String ID = "atrium-email-code";

    /** Keycloak's mapper for {@code amr} reads these two by themselves (RFC 8176, section 2). */
    private static final ConfigOption<String> REFERENCE = new ConfigOption<>(
            new Words(
                    Constants.AUTHENTICATION_EXECUTION_REFERENCE_VALUE,
                    "Authenticator Reference",
                    "What the claim amr says of this step. RFC 8176 calls a one-time code otp."),
            ProviderConfigProperty.STRING_TYPE,
            "otp",
            List.of(),
            Optional::of);

    private static final ConfigOption<Integer> REFERENCE_AGE = ConfigOption.number(
            new Words(
                    Constants.AUTHENTICATION_EXECUTION_REFERENCE_MAX_AGE,
                    "Authenticator Reference Max Age",
                    "For how many seconds after the sign-in amr says so."),
            36_000,
            0,
            100_000_000);

    public EmailCodeAuthenticatorFactory() {
        super(
                ID,
                "Atrium e-mail code",
                "Sends six digits and a link to the person's e-mail address and asks for them. After 'Atrium domain' and"
                        + " 'Condition - Atrium method' it is the first factor; after another credential it is a second"
                        + " factor for people with a verified address, but never both. An unknown address is answered"
                        + " like any other.",
                List.of(REFERENCE, REFERENCE_AGE));
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new EmailCodeAuthenticator();
    }
}
