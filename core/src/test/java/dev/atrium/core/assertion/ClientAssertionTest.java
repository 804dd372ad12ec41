package dev.atrium.core.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAssertionTest {
    private static final String URL = "https://app.example/jwks.json";
    private static final Optional<String> JWT = Optional.of("JWT");
    private static final Optional<String> KID = Optional.of("key-1");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void needs_no_key_set_url() {
        ClientAssertion assertion = new ClientAssertion(JWT, KID, Optional.empty(), MINUTE);

        assertThat(assertion.fault(Optional.of(URL))).isEmpty();
        assertThat(assertion.fault(Optional.empty())).isEmpty();
    }

    @Test
    void may_name_the_key_set_url_that_is_registered_and_no_other() {
        ClientAssertion assertion = new ClientAssertion(JWT, KID, Optional.of(URL), MINUTE);

        assertThat(assertion.fault(Optional.of(URL))).isEmpty();
        assertThat(assertion.fault(Optional.of(URL + "/")))
                .hasValueSatisfying(fault -> assertThat(fault).contains("'jku'"));
        assertThat(assertion.fault(Optional.empty()))
                .hasValueSatisfying(fault -> assertThat(fault).contains("'jku'"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "at+jwt", "JWS"})
    void needs_the_type(String type) {
        assertThat(new ClientAssertion(Optional.ofNullable(type), KID, Optional.empty(), MINUTE)
                        .fault(Optional.empty()))
                .hasValueSatisfying(fault -> assertThat(fault).contains("'typ'"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void needs_the_key_id(String keyId) {
        assertThat(new ClientAssertion(JWT, Optional.ofNullable(keyId), Optional.empty(), MINUTE)
                        .fault(Optional.empty()))
                .hasValueSatisfying(fault -> assertThat(fault).contains("'kid'"));
    }

    @Test
    void lasts_five_minutes_at_most() {
        assertThat(lasting(Duration.ofMinutes(5)).fault(Optional.empty())).isEmpty();
        assertThat(lasting(Duration.ofSeconds(301)).fault(Optional.empty()))
                .hasValueSatisfying(fault -> assertThat(fault).contains("5 minutes"));
    }

    private static ClientAssertion lasting(Duration duration) {
        return new ClientAssertion(JWT, KID, Optional.empty(), duration);
    }
}
