package dev.atrium.directory.login;

import dev.atrium.core.login.LoginMethod.Own;
import java.util.Optional;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.RealmModel;

/** The step that has a sub-flow run for those alone who sign in by a certain method. */
public final class MethodCondition {
    private static final String ID = "atrium-method-condition";
    private static final String METHOD = "atrium.method";

    private MethodCondition() {}

    static boolean is(AuthenticationExecutionModel step) {
        return ID.equals(step.getAuthenticator());
    }

    /** The method that this step asks for; nothing where it is another step, or says none that there is. */
    public static Optional<Own> of(RealmModel realm, AuthenticationExecutionModel step) {
        return Optional.of(step)
                .filter(MethodCondition::is)
                .flatMap(one -> Own.parse(LoginFlow.settings(realm, one).getOrDefault(METHOD, Own.PASSWORD.text())));
    }
}
