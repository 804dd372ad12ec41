package dev.atrium.setup.flow;

import dev.atrium.setup.realm.RealmParts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.FormAction;
import org.keycloak.authentication.FormAuthenticator;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The steps that this server can run. */
final class KnownSteps {
    private final KeycloakSession session;
    private final RealmModel realm;

    KnownSteps(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    boolean has(String provider) {
        return List.of(Authenticator.class, FormAuthenticator.class, FormAction.class).stream()
                .anyMatch(type -> session.getKeycloakSessionFactory().getProviderFactory(type, provider) != null);
    }

    /** Whether people of this realm may sign in with a passkey. */
    boolean passkeys() {
        return has(RealmParts.PASSKEY_STEP)
                && Boolean.TRUE.equals(realm.getWebAuthnPolicyPasswordless().isPasskeysEnabled());
    }

    /** Because of what a flow cannot be copied, in sentences. */
    List<String> problems(AuthenticationFlowModel flow) {
        return problems(flow, Set.of());
    }

    private List<String> problems(AuthenticationFlowModel flow, Set<String> above) {
        Set<String> here = new HashSet<>(above);
        if (!here.add(flow.getId())) {
            return List.of("The flow '" + flow.getAlias()
                    + "' is a part of itself: nobody can sign in with it. Bind another flow.");
        }
        List<String> problems = new ArrayList<>();
        realm.getAuthenticationExecutionsStream(flow.getId())
                .filter(execution -> !execution.isDisabled())
                .forEach(execution -> problems.addAll(problems(flow, execution, here)));
        return problems;
    }

    private List<String> problems(
            AuthenticationFlowModel flow, AuthenticationExecutionModel execution, Set<String> here) {
        if (execution.isAuthenticatorFlow()) {
            return problems(realm.getAuthenticationFlowById(execution.getFlowId()), here);
        }
        String where = "The flow '" + flow.getAlias() + "' has the step '" + execution.getAuthenticator() + "', ";
        if (!has(execution.getAuthenticator())) {
            return List.of(
                    where + "which this server does not have: disable the step, or bring back what it comes from.");
        }
        boolean lost = execution.getAuthenticatorConfig() != null
                && realm.getAuthenticatorConfigById(execution.getAuthenticatorConfig()) == null;
        return lost
                ? List.of(where + "whose settings are not in the realm and cannot be copied: bind a flow without it.")
                : List.of();
    }
}
