package dev.atrium.authenticators.emailcode;

import dev.atrium.support.time.KeycloakClock;
import java.time.Duration;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserModel;

/**
 * How many codes one person is sent in each hour of the clock, whoever asks for them and in however many browsers: it bounds the guesses
 * at somebody's codes, and what a stranger can do to their mailbox.
 */
final class MailAllowance {
    private static final int MOST = 20;
    private static final Duration PERIOD = Duration.ofHours(1);

    private MailAllowance() {}

    /** Takes one, if there is one left. */
    static boolean take(KeycloakSession session, UserModel person) {
        SingleUseObjectProvider taken = session.singleUseObjects();
        long period = KeycloakClock.INSTANCE.millis() / PERIOD.toMillis();
        for (int number = 1; number <= MOST; number++) {
            String place = "atrium-email-code.mail." + person.getId() + "." + period + "." + number;
            if (taken.putIfAbsent(place, PERIOD.toSeconds())) {
                return true;
            }
        }
        return false;
    }
}
