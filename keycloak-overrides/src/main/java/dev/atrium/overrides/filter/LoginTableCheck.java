package dev.atrium.overrides.filter;

import dev.atrium.directory.login.LoginProblems;
import dev.atrium.directory.login.LoginTables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminRoot;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * The tables of the Domain step, where they are saved. Whether what they name is there only those are told who manage the
 * realm: Keycloak refuses the others afterwards.
 */
record LoginTableCheck(KeycloakSession session) {
    private static final Pattern OF_A_STEP = Pattern.compile(".*/authentication/executions/([^/]+)/config/?");
    private static final Pattern BY_ID = Pattern.compile(".*/authentication/config/([^/]+)/?");

    /** All that is wrong, in one text. */
    Optional<String> problem(Map<String, String> settings) {
        if (!settings.containsKey(LoginTables.RULES) && !settings.containsKey(LoginTables.CLIENTS)) {
            return Optional.empty();
        }
        List<String> written = LoginTables.parse(settings).problems();
        List<String> problems = written.isEmpty() && managesRealm()
                ? steps().flatMap(step -> LoginProblems.ofStep(session, step, settings).stream())
                        .distinct()
                        .toList()
                : written;
        return problems.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", problems));
    }

    /** The step that gets these settings, or those that have them. */
    private Stream<AuthenticationExecutionModel> steps() {
        RealmModel realm = session.getContext().getRealm();
        String path = session.getContext().getUri().getPath();
        Matcher step = OF_A_STEP.matcher(path);
        if (step.matches()) {
            return Stream.ofNullable(realm.getAuthenticationExecutionById(step.group(1)));
        }
        Matcher config = BY_ID.matcher(path);
        return config.matches()
                ? realm.getAuthenticationFlowsStream()
                        .flatMap(flow -> realm.getAuthenticationExecutionsStream(flow.getId()))
                        .filter(one -> config.group(1).equals(one.getAuthenticatorConfig()))
                : Stream.empty();
    }

    private boolean managesRealm() {
        RealmModel realm = session.getContext().getRealm();
        try {
            AdminAuth admin = AdminRoot.authenticateRealmAdminRequest(session);
            return AdminPermissions.evaluator(session, realm, admin).realm().canManageRealm();
        } finally {
            session.getContext().setRealm(realm); // the admin's may be another
        }
    }
}
