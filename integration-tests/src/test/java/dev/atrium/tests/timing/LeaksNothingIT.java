package dev.atrium.tests.timing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.server.AtriumServer;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stranger learns nothing of an account by what a step answers, nor by how long it takes. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class LeaksNothingIT {
    /** 300 addresses, known and unknown in turn, and some of the others. */
    private static final Map<Account, Integer> SIZES = new EnumMap<>(Map.of(
            Account.KNOWN, 150,
            Account.UNKNOWN, 150,
            Account.DISABLED, 30,
            Account.LOCKED, 30,
            Account.PROVIDED, 30,
            Account.LONGHASH, 20));

    private static final Set<Account> ALIKE = EnumSet.complementOf(EnumSet.of(Account.LONGHASH));

    /** By chance alone, one of a million comparisons differs more. */
    private static final double CHANCE = 1e-6;

    /** Few, so that none waits for another: mostly, an answer waits for its time. */
    private static final int BROWSERS = 3;

    private TimedRealm realm;

    @BeforeAll
    void accounts_of_each_kind() {
        realm = new TimedRealm(SIZES);
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_what_a_step_answers {
        @ParameterizedTest
        @EnumSource(Step.class)
        void is_the_same_status_with_the_same_headers_cookies_and_body(Step step) {
            String unknown = answered(step, Account.UNKNOWN);

            for (Account account : ALIKE) {
                assertThat(answered(step, account)).as("%s", account).isEqualTo(unknown);
            }
        }

        private String answered(Step step, Account account) {
            String typed = account.typed(0);
            return Visit.of(realm.name(), typed).answers().get(step).stream()
                    .map(answer -> shape(answer, typed))
                    .collect(Collectors.joining("\n\n"));
        }
    }

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class Given_how_long_a_step_takes {
        private Samples samples;

        @BeforeAll
        void measured() {
            samples = Samples.of(realm.name(), SIZES, 1, BROWSERS);
        }

        @ParameterizedTest
        @EnumSource(Step.class)
        void tells_no_two_kinds_of_accounts_apart(Step step) {
            assertThat(leak(samples, step, ALIKE)).as(samples.medians(step)).isEmpty();
        }

        /** What it would look like if the hash of unknown addresses were missing. */
        @Test
        void tells_apart_the_accounts_whose_hash_takes_longer() {
            assertThat(leak(samples, Step.PASSWORD, Set.of(Account.UNKNOWN, Account.LONGHASH)))
                    .isNotEmpty();
            assertThat(leak(samples, Step.NAME, Set.of(Account.UNKNOWN, Account.LONGHASH)))
                    .isEmpty();
        }
    }

    /** The first two kinds that can be told apart at this step. */
    private static Optional<String> leak(Samples samples, Step step, Set<Account> accounts) {
        return accounts.stream()
                .flatMap(one -> accounts.stream()
                        .filter(other -> other.compareTo(one) > 0 && samples.p(step, one, other) < CHANCE)
                        .map(other -> "%s takes %.1f ms for %s and %.1f ms for %s"
                                .formatted(step, samples.median(step, one), one, samples.median(step, other), other)))
                .findFirst();
    }

    /** All of the answer but what differs at each visit, and what was typed. */
    private static String shape(HttpResponse<String> answer, String typed) {
        String headers = answer.headers().map().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("date"))
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
        return (answer.statusCode() + "\n" + headers + "\n" + answer.body())
                .replace(typed, "typed")
                .replace(typed.replace("@", "%40"), "typed")
                .replaceAll("(session_code|client_data|tab_id|execution|state)=[^&\"\\],]*", "$1")
                .replaceAll("(AUTH_SESSION_ID|KC_AUTH_SESSION_HASH|KC_RESTART)=[^;]*", "$1")
                .replaceAll("\"[A-Za-z0-9+/]{64}\"", "hash");
    }
}
