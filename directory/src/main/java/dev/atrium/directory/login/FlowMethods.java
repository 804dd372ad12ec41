package dev.atrium.directory.login;

import dev.atrium.core.login.LoginMethod.Own;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

/** The methods that a flow has a step for: those of the sub-flows that 'Condition - Atrium method' selects. */
public final class FlowMethods {
    private static final String CONDITION = "atrium-method-condition";
    private static final String METHOD = "atrium.method";

    private FlowMethods() {}

    /** Of the flow, or sub-flow, in which the Domain step stands. */
    public static Set<Own> of(RealmModel realm, String flowId) {
        return realm.getAuthenticationExecutionsStream(flowId)
                .filter(AuthenticationExecutionModel::isAuthenticatorFlow)
                .filter(AuthenticationExecutionModel::isEnabled)
                .flatMap(subFlow -> conditions(realm, subFlow.getFlowId()))
                .map(condition -> method(realm, condition))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Own.class)));
    }

    private static Stream<AuthenticationExecutionModel> conditions(RealmModel realm, String flowId) {
        return realm.getAuthenticationExecutionsStream(flowId)
                .filter(AuthenticationExecutionModel::isEnabled)
                .filter(execution -> CONDITION.equals(execution.getAuthenticator()));
    }

    /** A condition without a setting is one for the password. */
    private static Optional<Own> method(RealmModel realm, AuthenticationExecutionModel condition) {
        return Own.parse(Optional.ofNullable(condition.getAuthenticatorConfig())
                .map(realm::getAuthenticatorConfigById)
                .map(AuthenticatorConfigModel::getConfig)
                .orElseGet(Map::of)
                .getOrDefault(METHOD, Own.PASSWORD.text()));
    }
}
