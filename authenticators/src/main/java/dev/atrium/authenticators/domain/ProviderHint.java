package dev.atrium.authenticators.domain;

import dev.atrium.core.login.AllowedMethods;
import dev.atrium.core.login.DecidedBy.Source;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.core.login.LoginName;
import dev.atrium.directory.login.LoginPolicy;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/** Whether the identity provider that an app names, {@code kc_idp_hint}, is one for whoever is going to sign in. */
public final class ProviderHint {
    private ProviderHint() {}

    /**
     * As far as the request says who that is: somebody who is signed in, or whom the app names as well. Who else comes is
     * seen when the provider has brought them.
     */
    public static boolean isAllowed(AuthenticationFlowContext flow, String alias) {
        LoginPolicy policy = LoginPolicy.of(flow.getSession());
        Optional<AllowedMethods> allowed = Optional.ofNullable(flow.getUser())
                .map(policy::ofPerson)
                .or(() -> LoginHint.anyOf(flow.getAuthenticationSession())
                        .filter(LoginName::hasDomain)
                        .map(policy::ofName));
        return allowed.filter(methods -> methods.by().source() != Source.DEFAULT)
                .map(methods -> methods.allows(new LoginMethod.Provider(alias)))
                .orElse(true);
    }
}
