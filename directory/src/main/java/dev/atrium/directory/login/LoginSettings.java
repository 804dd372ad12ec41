package dev.atrium.directory.login;

import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.support.config.Misconfiguration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/** The tables that hold for a client, read once as long as nobody changes them. */
record LoginSettings(LoginTables tables, Set<Own> runnable) {
    /** In a realm where no flow has a Domain step: Keycloak's own forms run. */
    private static final LoginSettings NONE = new LoginSettings(LoginTables.NONE, Set.of(Own.values()));

    private static final int MOST_REMEMBERED = 1000;
    private static final Map<Written, LoginTables> READ = new ConcurrentHashMap<>();

    static LoginSettings of(KeycloakSession session, Optional<ClientModel> client) {
        return LoginFlow.of(session, client)
                .map(flow -> new LoginSettings(tables(session, flow), flow.runnable()))
                .orElse(NONE);
    }

    private static LoginTables tables(KeycloakSession session, LoginFlow flow) {
        Written written = new Written(
                session.getContext().getRealm().getId(),
                flow.flow().getAlias(),
                flow.settings().getOrDefault(LoginTables.RULES, ""),
                flow.settings().getOrDefault(LoginTables.CLIENTS, ""));
        LoginTables known = READ.get(written);
        return known == null ? read(session, flow, written) : known;
    }

    /** The first sign-in after a change: the administrator hears of what is wrong. */
    private static LoginTables read(KeycloakSession session, LoginFlow flow, Written written) {
        LoginTables tables = LoginTables.parse(flow.settings());
        LoginProblems.of(session, flow)
                .forEach(problem -> Misconfiguration.tell("Realm '%s', flow '%s': %s"
                        .formatted(session.getContext().getRealm().getName(), written.flow(), problem)));
        if (READ.size() >= MOST_REMEMBERED) {
            READ.clear();
        }
        READ.put(written, tables);
        return tables;
    }

    private record Written(String realm, String flow, String rules, String clients) {}
}
