package dev.atrium.authenticators.credentials;

import dev.atrium.support.time.KeycloakClock;
import java.time.Duration;
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
        return known != null && !isForgotten(known) && known.getNumFailures() >= realm.getFailureFactor();
    }

    /** After the longest time that the realm has anybody wait: no administrator could reset these. */
    private boolean isForgotten(UserLoginFailureModel known) {
        long passed = KeycloakClock.INSTANCE.millis() - known.getLastFailure();
        return passed > Duration.ofSeconds(realm.getMaxFailureWaitSeconds()).toMillis();
    }

    /** One more, where the realm counts guesses at all. */
    void add() {
        if (!realm.isBruteForceProtected()) {
            return;
        }
        UserLoginFailureModel known = failures.getUserLoginFailure(realm, key);
        UserLoginFailureModel counted = known == null ? failures.addUserLoginFailure(realm, key) : known;
        if (isForgotten(counted)) {
            counted.clearFailures();
        }
        counted.incrementFailures();
        counted.setLastFailure(KeycloakClock.INSTANCE.millis());
    }
}
