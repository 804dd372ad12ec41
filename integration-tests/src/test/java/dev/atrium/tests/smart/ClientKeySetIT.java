package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key set of a client at its URL, and for how long it is believed (SMART App Launch 2.2.0, "Registering keys"). */
@ExtendWith(AtriumServer.class)
class ClientKeySetIT {
    private static final String SCOPE = "system/Patient.rs";

    private final Admin admin = Admin.ofRealm();
    private final JwksServer server = JwksServer.start();
    private final SigningKey key = SigningKey.es384();
    private final KeyClient client = KeyClient.at(server.url(), admin, key, "system/*.rs");

    @AfterEach
    void stop() {
        server.close();
    }

    @Nested
    class Given_a_key_set_at_a_URL {
        @Test
        void K_01_authenticates_with_a_key_of_it() {
            server.publishes(SigningKey.set(key.jwk()));

            assertThat(client.token(SCOPE).scopes()).containsExactly(SCOPE);
        }

        @Test
        void K_07_takes_the_registered_URL_as_jku_and_no_other() {
            server.publishes(SigningKey.set(key.jwk()));

            assertThat(client.token(SCOPE, client.assertionWithHeader(header -> header.put("jku", server.url())))
                            .accessToken())
                    .isNotEmpty();
            for (String other :
                    new String[] {server.url() + "?", server.url() + "/", "https://elsewhere.example", ""}) {
                assertThat(client.token(SCOPE, client.assertionWithHeader(header -> header.put("jku", other)))
                                .error())
                        .isEqualTo("invalid_client");
            }
        }

        @Test
        void K_07_never_fetches_what_an_assertion_names() {
            SigningKey strangers = SigningKey.es384();
            try (JwksServer stranger = JwksServer.start().publishes(SigningKey.set(strangers.jwk()))) {
                KeyClient forged = client.with(strangers);

                assertThat(forged.token(SCOPE, forged.assertionWithHeader(header -> header.put("jku", stranger.url())))
                                .error())
                        .isEqualTo("invalid_client");
                assertThat(stranger.fetches()).isZero();
            }
        }

        @Test
        void K_09_is_kept_as_long_as_it_says() {
            server.publishes(SigningKey.set(key.jwk())).saysCacheControl("max-age=3600");

            for (int i = 0; i < 3; i++) {
                assertThat(client.token(SCOPE).accessToken()).isNotEmpty();
            }

            assertThat(server.fetches()).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"max-age=1", "no-store"})
        void K_09_forgets_a_key_that_was_taken_out(String cacheControl) {
            server.publishes(SigningKey.set(key.jwk())).saysCacheControl(cacheControl);
            assertThat(client.token(SCOPE).accessToken()).isNotEmpty();

            server.publishes(SigningKey.set(SigningKey.es384().jwk()));

            Eventually.holds(
                    () -> client.token(SCOPE).error().equals("invalid_client"), () -> "the key is believed still");
            assertThat(server.fetches()).as("not at each request").isLessThanOrEqualTo(3);
        }

        @Test
        void K_09_finds_a_key_that_was_added() {
            server.publishes(SigningKey.set(key.jwk())).saysCacheControl("max-age=3600");
            assertThat(client.token(SCOPE).accessToken()).isNotEmpty();
            SigningKey next = SigningKey.rs384();

            server.publishes(SigningKey.set(key.jwk(), next.jwk()));

            Eventually.holds(
                    () -> client.with(next).token(SCOPE).answer().status() == 200, () -> "the key is not found");
        }

        @Test
        void K_09_is_not_fetched_at_each_request_with_an_unknown_key() {
            server.publishes(SigningKey.set(key.jwk()));
            for (int i = 0; i < 5; i++) {
                client.with(SigningKey.of("ES384", "unknown-" + i)).token(SCOPE);
            }

            assertThat(server.fetches()).isEqualTo(1);
        }
    }

    @Nested
    class Given_a_key_set_that_cannot_be_had {
        @Test
        void K_10_is_an_invalid_client_and_says_nothing_of_the_cause() {
            server.answers(500);

            assertThat(client.token(SCOPE).error()).isEqualTo("invalid_client");
            assertThat(client.token(SCOPE).errorDescription())
                    .doesNotContain("500")
                    .doesNotContain("localhost");
            assertThat(server.fetches()).as("not at each request").isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"<html></html>", "[]", "{}", "{\"keys\":[{\"kty\":\"EC\",\"kid\":\"x\"}]}", ""})
        void K_10_is_an_invalid_client_if_it_is_none(String body) {
            server.publishes(body);

            assertThat(client.token(SCOPE).error()).isEqualTo("invalid_client");
        }

        @Test
        void K_10_is_an_invalid_client_if_nobody_is_there() {
            server.close();

            assertThat(client.token(SCOPE).error()).isEqualTo("invalid_client");
        }

        @Test
        void K_10_keeps_the_keys_whose_time_is_not_over() {
            server.publishes(SigningKey.set(key.jwk())).saysCacheControl("max-age=3600");
            assertThat(client.token(SCOPE).accessToken()).isNotEmpty();
            server.answers(500);

            client.with(SigningKey.es384()).token(SCOPE);

            assertThat(client.token(SCOPE).accessToken()).isNotEmpty();
        }
    }
}
