package dev.atrium.authenticators.stage;

import dev.atrium.support.config.ConfigOption;
import org.keycloak.authentication.AuthenticationFlowContext;

/** A setting of a step in a flow. */
public final class Setting {
    private static final String DETAIL = "misconfiguration";

    private Setting() {}

    /** Its value; where that cannot be read, the sign-in goes on with the nearest that can, and its event says so. */
    public static <T> T of(ConfigOption<T> option, AuthenticationFlowContext flow) {
        option.problem(flow.getAuthenticatorConfig())
                .ifPresent(problem -> flow.getEvent().detail(DETAIL, problem));
        return option.in(flow.getAuthenticatorConfig());
    }
}
