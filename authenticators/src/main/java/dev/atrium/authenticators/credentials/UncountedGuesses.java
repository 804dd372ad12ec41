package dev.atrium.authenticators.credentials;

import dev.atrium.support.time.KeycloakClock;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserLoginFailureModel;
import org.keycloak.models.UserLoginFailureProvider;
import org.keycloak.models.UserModel;

/**
 * Wrong passwords of somebody whom no password lets in. They are not counted against the person, who would be locked out
 * of their identity provider by any stranger, but as of somebody else: who has guessed as often as the realm lets anybody
 * is not told any more which password is right, for the person may use it elsewhere.
 */
record UncountedGuesses(UserLoginFailureProvider failures, RealmModel realm, String key) {
    static UncountedGuesses of(AuthenticationFlowContext flow, UserModel person) {
        KeycloakSession session = flow.getSession();
        return new UncountedGuesses(session.loginFailures(), flow.getRealm(), "atrium-elsewhere-" + person.getId());
    }

    boolean areTooMany() {
        UserLoginFailureModel known = failures.getUserLoginFailure(realm, key);
        return known != null && known.getNumFailures() >= realm.getFailureFactor();
    }

    void add() {
        UserLoginFailureModel known = failures.getUserLoginFailure(realm, key);
        UserLoginFailureModel counted = known == null ? failures.addUserLoginFailure(realm, key) : known;
        counted.incrementFailures();
        counted.setLastFailure(KeycloakClock.INSTANCE.millis()); // Keycloak forgets it after the realm's time
    }
}
