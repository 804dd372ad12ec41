package dev.atrium.authenticators.credentials;

import dev.atrium.authenticators.domain.ChosenMethod;
import dev.atrium.authenticators.stage.Setting;
import dev.atrium.authenticators.stage.Step;
import dev.atrium.core.login.LoginMethod;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Holds when the domain stage decided for the method that is set. */
final class MethodCondition implements ConditionalAuthenticator, Step {
    @Override
    public boolean matchCondition(AuthenticationFlowContext flow) {
        LoginMethod wanted = Setting.of(MethodConditionFactory.METHOD, flow);
        return ChosenMethod.NOTE
                .in(flow.getAuthenticationSession())
                .filter(wanted::equals)
                .isPresent();
    }

    @Override
    public void authenticate(AuthenticationFlowContext flow) {
        // a condition is only matched
    }

    @Override
    public void action(AuthenticationFlowContext flow) {
        // a condition shows no page
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public boolean requiresUser() {
        return false;
    }
}
