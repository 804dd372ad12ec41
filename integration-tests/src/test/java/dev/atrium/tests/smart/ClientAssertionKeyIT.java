package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The keys and signatures of {@code private_key_jwt} (SMART App Launch 2.2.0, "Client authentication: asymmetric"). */
@ExtendWith(AtriumServer.class)
class ClientAssertionKeyIT {
    private static final String SCOPE = "system/Patient.rs";

    private final Admin admin = Admin.ofRealm();

    @Nested
    class Given_a_client_with_an_inline_key_set {
        private final KeyClient client = KeyClient.inline(admin, SigningKey.rs384(), "system/*.rs");

        @Test
        void K_01_and_K_02_authenticates_with_RS384() {
            assertThat(client.token(SCOPE).scopes()).containsExactly(SCOPE);
        }

        @Test
        void K_01_and_K_02_authenticates_with_ES384() {
            KeyClient other = KeyClient.inline(admin, SigningKey.es384(), "system/*.rs");

            assertThat(other.token(SCOPE).scopes()).containsExactly(SCOPE);
        }

        @Test
        void K_02_refuses_an_assertion_without_signature_or_with_the_secret() {
            String[] parts = client.assertion().split("\\.");
            String none = encode("{\"alg\":\"none\",\"typ\":\"JWT\",\"kid\":\""
                    + client.key().kid() + "\"}");
            String hmac = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\""
                    + client.key().kid() + "\"}");

            refused(client.token(SCOPE, none + "." + parts[1] + "."));
            refused(client.token(SCOPE, hmac + "." + parts[1] + "." + parts[2]));
        }

        @Test
        void K_07_refuses_a_jku_as_none_is_registered() {
            assertThat(description(client.assertionWithHeader(header -> header.put("jku", "https://app.example/jwks"))))
                    .contains("'jku'");
        }

        @Test
        void K_08_refuses_a_kid_that_is_not_in_the_set() {
            refused(client.with(SigningKey.rs384()).token(SCOPE));
        }

        @Test
        void K_08_refuses_a_kid_of_another_key_type() {
            SigningKey sameName = SigningKey.of("ES384", client.key().kid());

            refused(client.with(sameName).token(SCOPE));
        }

        @Test
        void K_08_refuses_a_kid_that_two_keys_of_a_type_have() {
            SigningKey twin = SigningKey.of("RS384", client.key().kid());
            client.withKeySet(SigningKey.set(
                    client.key().jwk(), twin.jwk().put("use", "enc").put("alg", "RS256")));

            refused(client.token(SCOPE));
            refused(client.with(twin).token(SCOPE));
        }

        @Test
        void K_08_tells_keys_of_two_types_with_one_kid_apart() {
            SigningKey other = SigningKey.of("ES384", client.key().kid());
            client.withKeySet(SigningKey.set(client.key().jwk(), other.jwk()));

            assertThat(client.token(SCOPE).accessToken()).isNotEmpty();
            assertThat(client.with(other).token(SCOPE).accessToken()).isNotEmpty();
        }

        @Test
        void K_10_refuses_what_is_no_assertion() {
            for (String assertion : new String[] {"", "nonsense", "a.b.c", encode("{}") + "." + encode("{}") + ".AA"}) {
                refused(client.token(SCOPE, assertion));
            }
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the client is told of an assertion that is refused. */
    private String description(String assertion) {
        Tokens answer = new Tokens(Answer.post(
                App.endpoint("/token"),
                App.query(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_assertion_type",
                        KeyClient.ASSERTION_TYPE,
                        "client_assertion",
                        assertion))));
        refused(answer);
        return answer.errorDescription();
    }

    private static void refused(Tokens answer) {
        assertThat(answer.answer().status()).as(answer.answer().body()).isIn(400, 401);
        assertThat(answer.error()).isEqualTo("invalid_client");
    }
}
