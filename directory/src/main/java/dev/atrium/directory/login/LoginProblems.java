package dev.atrium.directory.login;

import dev.atrium.core.login.LoginMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What is wrong with the tables of a Domain step, in sentences for the administrator that name the row. */
public final class LoginProblems {
    private final KeycloakSession session;
    private final UsableMethods usable;

    private LoginProblems(KeycloakSession session, LoginFlow flow) {
        this.session = session;
        this.usable = new UsableMethods(session, flow.runnable());
    }

    /** Of the flow in which people sign in to this client, or to the realm. */
    public static List<String> ofClient(KeycloakSession session, Optional<ClientModel> client) {
        return LoginFlow.of(session, client).map(flow -> of(session, flow)).orElse(List.of());
    }

    /** Of this flow, a top-level one of the realm in context; nothing if it has no Domain step. */
    public static List<String> ofFlow(KeycloakSession session, AuthenticationFlowModel flow) {
        return LoginFlow.in(session.getContext().getRealm(), flow)
                .map(found -> of(session, found))
                .orElse(List.of());
    }

    static List<String> of(KeycloakSession session, LoginFlow flow) {
        return new LoginProblems(session, flow).in(LoginTables.parse(flow.settings()));
    }

    /** Of settings that are about to be saved for this step. */
    public static List<String> ofStep(
            KeycloakSession session, AuthenticationExecutionModel step, Map<String, String> settings) {
        LoginTables tables = LoginTables.parse(settings);
        return top(session.getContext().getRealm(), step)
                .flatMap(flow -> LoginFlow.in(session.getContext().getRealm(), flow))
                .map(flow -> new LoginProblems(session, flow).in(tables))
                .orElse(tables.problems()); // a step that is disabled runs nothing yet
    }

    private static Optional<AuthenticationFlowModel> top(RealmModel realm, AuthenticationExecutionModel step) {
        AuthenticationFlowModel flow = realm.getAuthenticationFlowById(step.getParentFlow());
        if (flow == null || flow.isTopLevel()) {
            return Optional.ofNullable(flow);
        }
        return Optional.ofNullable(realm.getAuthenticationExecutionByFlowId(flow.getId()))
                .flatMap(parent -> top(realm, parent));
    }

    private List<String> in(LoginTables tables) {
        Stream<String> rows = tables.rules().rules().stream()
                .flatMap(rule -> unusable("'" + rule.pattern().text() + "'", rule.methods()));
        Stream<String> clients = tables.clients().methods().entrySet().stream()
                .flatMap(client -> client(client.getKey(), client.getValue()));
        return Stream.of(tables.problems().stream(), rows, clients)
                .flatMap(problems -> problems)
                .toList();
    }

    private Stream<String> unusable(String row, List<LoginMethod> methods) {
        return methods.stream()
                .flatMap(method -> usable.obstacle(method).stream()
                        .map(why -> "The row %s names '%s', but %s.".formatted(row, method.text(), why)));
    }

    private Stream<String> client(String clientId, List<LoginMethod> methods) {
        String row = "of the client '" + clientId + "'";
        Stream<String> unknown = session.getContext().getRealm().getClientByClientId(clientId) == null
                ? Stream.of("The row " + row + " is for a client that the realm does not have.")
                : Stream.empty();
        return Stream.concat(unknown, unusable(row, methods));
    }
}
