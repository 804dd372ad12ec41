package dev.atrium.authenticators.stage;

import dev.atrium.support.config.ConfigOption;
import java.util.List;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;

/** A setting of a step in a flow. */
public final class Setting {
    private Setting() {}

    /** Its value; one that cannot be read fails the step, and the error event says which it is. */
    public static <T> T of(ConfigOption<T> option, AuthenticationFlowContext flow) {
        try {
            return option.in(flow.getAuthenticatorConfig());
        } catch (IllegalStateException unreadable) {
            String reason = String.valueOf(unreadable.getMessage());
            flow.getEvent()
                    .clone()
                    .user(flow.getUser())
                    .detail(Details.REASON, reason)
                    .error(Errors.INVALID_CONFIG);
            throw failed(new AuthenticationFlowException(reason, unreadable, AuthenticationFlowError.INTERNAL_ERROR));
        }
    }

    /** Of a single failure Keycloak would write that the credentials were wrong; of a list it writes nothing. */
    private static AuthenticationFlowException failed(AuthenticationFlowException failure) {
        return new AuthenticationFlowException(List.of(failure));
    }
}
