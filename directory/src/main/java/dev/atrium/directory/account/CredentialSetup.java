package dev.atrium.directory.account;

import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.directory.login.LoginCheck;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;

/** The required actions by which somebody who has no way to sign in gets one. */
public final class CredentialSetup {
    private static final Map<String, Own> ACTIONS = Map.of(
            UserModel.RequiredAction.UPDATE_PASSWORD.name(),
            Own.PASSWORD,
            "webauthn-register-passwordless",
            Own.PASSKEY);

    private CredentialSetup() {}

    /** The one that a person is asked for: the first in the realm's list whose credential they may sign in with. */
    public static Optional<String> of(KeycloakSession session, UserModel person) {
        LoginCheck check = LoginCheck.of(session, person);
        return session.getContext()
                .getRealm()
                .getRequiredActionProvidersStream()
                .filter(RequiredActionProviderModel::isEnabled)
                .map(RequiredActionProviderModel::getAlias)
                .filter(action -> method(action).filter(check::admits).isPresent())
                .findFirst();
    }

    /** Whether the action sets up a credential that would let this person in nowhere; a second factor is of no use to whom nothing of their own does. */
    public static boolean isUseless(LoginCheck check, String action) {
        return check.isOfPerson()
                && method(action)
                        .map(method -> !check.admits(method))
                        .orElseGet(() -> check.allowed().own().isEmpty());
    }

    public static boolean is(String action) {
        return method(action).isPresent();
    }

    /** The method for which the action sets up the credential. */
    public static Optional<Own> method(String action) {
        return Optional.ofNullable(ACTIONS.get(action));
    }
}
