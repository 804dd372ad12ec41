package dev.atrium.directory.component;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningSecretTest {
    /** The example of the reference libraries of Standard Webhooks. */
    @Nested
    class Given_the_vector_of_Standard_Webhooks {
        private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
        private static final String AT = "1614265330";
        private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

        private final SigningSecret secret =
                SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").orElseThrow();
        private final byte[] body = "{\"test\": 2432232314}".getBytes(UTF_8);

        @Test
        void signs_as_they_do() {
            assertThat(secret.signature(ID, AT, body)).isEqualTo(SIGNATURE);
        }

        @Test
        void takes_their_signature() {
            assertThat(secret.signed(SIGNATURE, ID, AT, body)).isTrue();
        }

        @Test
        void takes_it_among_others() {
            String wrong = "Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";
            String several = "v1," + wrong + " v2," + wrong + " " + SIGNATURE + " v1," + wrong;
            assertThat(secret.signed(several, ID, AT, body)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "v1,",
                    "v1,g0hM9SsE",
                    "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                    "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                    "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                    "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OF="
                })
        void takes_nothing_else(String signatures) {
            assertThat(secret.signed(signatures, ID, AT, body)).isFalse();
        }

        @Test
        void takes_it_for_nothing_else() {
            assertThat(secret.signed(SIGNATURE, ID + "x", AT, body)).isFalse();
            assertThat(secret.signed(SIGNATURE, ID, "1614265331", body)).isFalse();
            assertThat(secret.signed(SIGNATURE, ID, AT, "{\"test\":2432232314}".getBytes(UTF_8)))
                    .isFalse();
        }
    }

    @Nested
    class Given_a_new_one {
        @Test
        void is_read_as_it_is_written() {
            SigningSecret secret = SigningSecret.generate();
            SigningSecret read = SigningSecret.parse(secret.reveal()).orElseThrow();
            assertThat(read.signature("a", "1", new byte[0])).isEqualTo(secret.signature("a", "1", new byte[0]));
        }

        @Test
        void is_no_other_one() {
            assertThat(SigningSecret.generate().reveal())
                    .isNotEqualTo(SigningSecret.generate().reveal());
        }
    }

    @Nested
    class Given_something_else {
        @ParameterizedTest
        @ValueSource(ints = {0, 1, 23, 65})
        void does_not_take_too_few_bytes_or_too_many(int bytes) {
            assertThat(SigningSecret.parse("whsec_" + Base64.getEncoder().encodeToString(new byte[bytes])))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {24, 64})
        void takes_as_many_as_the_specification(int bytes) {
            assertThat(SigningSecret.parse("whsec_" + Base64.getEncoder().encodeToString(new byte[bytes])))
                    .isPresent();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "whsec_", "whsec_***", "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "**********"})
        void does_not_take_it(String text) {
            assertThat(SigningSecret.parse(text)).isEmpty();
        }
    }
}
