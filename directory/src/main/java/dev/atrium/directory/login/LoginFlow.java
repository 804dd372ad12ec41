package dev.atrium.directory.login;

import dev.atrium.core.login.LoginMethod.Own;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowBindings;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * A flow with a Domain step, as far as it decides about methods.
 *
 * @param settings of the Domain step
 * @param runnable the methods for which the flow has an enabled step
 */
record LoginFlow(AuthenticationFlowModel flow, Map<String, String> settings, Set<Own> runnable) {
    static final String DOMAIN_STEP = "atrium-domain";

    /** The steps that check a method, Keycloak's own among them. */
    private static final Map<String, Own> STEPS = Map.of(
            "atrium-password", Own.PASSWORD,
            "auth-password-form", Own.PASSWORD,
            "auth-username-password-form", Own.PASSWORD,
            "atrium-passkey", Own.PASSKEY,
            "webauthn-authenticator-passwordless", Own.PASSKEY,
            "atrium-email-code", Own.EMAIL_CODE);

    LoginFlow {
        settings = Map.copyOf(settings);
        runnable = runnable.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(runnable));
    }

    /**
     * The client's own browser flow, or the realm's where the client has none or one without a Domain step: a client's
     * flow is no way around the rules.
     */
    static Optional<LoginFlow> of(KeycloakSession session, Optional<ClientModel> client) {
        RealmModel realm = session.getContext().getRealm();
        return client.map(one -> one.getAuthenticationFlowBindingOverride(AuthenticationFlowBindings.BROWSER_BINDING))
                .map(realm::getAuthenticationFlowById)
                .flatMap(flow -> in(realm, flow))
                .or(() -> Optional.ofNullable(realm.getBrowserFlow()).flatMap(flow -> in(realm, flow)));
    }

    /** Nothing if the flow has no enabled Domain step. */
    static Optional<LoginFlow> in(RealmModel realm, AuthenticationFlowModel flow) {
        List<AuthenticationExecutionModel> steps =
                steps(realm, flow.getId(), Set.of()).toList();
        Set<Own> runnable = EnumSet.noneOf(Own.class);
        steps.stream().flatMap(step -> method(realm, step).stream()).forEach(runnable::add);
        return steps.stream()
                .filter(step -> DOMAIN_STEP.equals(step.getAuthenticator()))
                .findFirst()
                .map(step -> new LoginFlow(flow, settings(realm, step), runnable));
    }

    /** Nothing of a flow that is a part of itself, there. */
    private static Stream<AuthenticationExecutionModel> steps(RealmModel realm, String flowId, Set<String> above) {
        Set<String> here = new HashSet<>(above);
        return here.add(flowId)
                ? realm.getAuthenticationExecutionsStream(flowId)
                        .filter(step -> !step.isDisabled())
                        .flatMap(step ->
                                step.isAuthenticatorFlow() ? steps(realm, step.getFlowId(), here) : Stream.of(step))
                : Stream.of();
    }

    /** A sub-flow for a method may have any step in it, of another extension say. */
    private static Optional<Own> method(RealmModel realm, AuthenticationExecutionModel step) {
        return MethodCondition.is(step)
                ? MethodCondition.of(realm, step)
                        .filter(method -> realm.getAuthenticationExecutionsStream(step.getParentFlow())
                                .anyMatch(other -> !other.isDisabled() && !MethodCondition.is(other)))
                : Optional.ofNullable(STEPS.get(String.valueOf(step.getAuthenticator())));
    }

    static Map<String, String> settings(RealmModel realm, AuthenticationExecutionModel step) {
        return Optional.ofNullable(step.getAuthenticatorConfig())
                .map(realm::getAuthenticatorConfigById)
                .map(AuthenticatorConfigModel::getConfig)
                .orElse(Map.of());
    }
}
