package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code private_key_jwt} (SMART App Launch 2.2.0, "Client authentication: asymmetric"). */
@ExtendWith(AtriumServer.class)
class ClientAssertionIT {
    private static final String SCOPE = "system/Patient.rs";

    private final Admin admin = Admin.ofRealm();

    @Nested
    class Given_a_client_with_an_inline_key_set {
        private final KeyClient client = KeyClient.inline(admin, SigningKey.rs384(), "system/*.rs");

        @Test
        void K_03_needs_the_header_kid() {
            assertThat(description(client.assertionWithHeader(header -> header.remove("kid"))))
                    .contains("'kid'");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "JWS", "at+jwt"})
        void K_03_needs_the_header_typ_to_be_JWT(String type) {
            Consumer<ObjectNode> change =
                    header -> header.put("typ", type).remove(type.isEmpty() ? Set.of("typ") : Set.of());

            assertThat(description(client.assertionWithHeader(change))).contains("'typ'");
        }

        @ParameterizedTest
        @ValueSource(strings = {"iss", "sub", "aud", "exp", "jti"})
        void K_03_needs_each_claim(String claim) {
            refused(client.token(SCOPE, client.assertionWithClaims(claims -> claims.remove(claim))));
        }

        @Test
        void K_03_and_K_11_needs_the_client_as_iss_and_sub() {
            refused(client.token(SCOPE, client.assertionWithClaims(claims -> claims.put("iss", "nobody"))));
            refused(client.token(SCOPE, client.assertionWithClaims(claims -> claims.put("sub", "nobody"))));
            refused(client.token(
                    SCOPE,
                    client.assertionWithClaims(
                            claims -> claims.put("iss", "nobody").put("sub", "nobody"))));
        }

        @Test
        void K_03_needs_this_server_as_aud() {
            refused(client.token(
                    SCOPE, client.assertionWithClaims(claims -> claims.put("aud", "https://elsewhere.example/token"))));
        }

        @Test
        void K_13_takes_the_token_endpoint_and_the_issuer_as_aud() {
            for (String aud : new String[] {
                App.endpoint("/token").toString(), App.realm("").toString()
            }) {
                assertThat(client.token(SCOPE, client.assertionWithClaims(claims -> claims.put("aud", aud)))
                                .accessToken())
                        .isNotEmpty();
            }
        }

        @Test
        void K_04_takes_exp_in_five_minutes_without_iat() {
            assertThat(client.token(SCOPE, client.assertionWithClaims(claims -> claims.put("exp", KeyClient.in(300))))
                            .accessToken())
                    .isNotEmpty();
        }

        @Test
        void K_04_takes_exp_in_five_minutes_with_iat() {
            String assertion = client.assertionWithClaims(
                    claims -> claims.put("exp", KeyClient.in(299)).put("iat", KeyClient.in(0)));

            assertThat(client.token(SCOPE, assertion).accessToken()).isNotEmpty();
        }

        @Test
        void K_05_refuses_exp_further_than_that_with_and_without_iat() {
            assertThat(description(client.assertionWithClaims(claims -> claims.put("exp", KeyClient.in(310)))))
                    .contains("5 minutes");
            assertThat(description(client.assertionWithClaims(
                            claims -> claims.put("exp", KeyClient.in(310)).put("iat", KeyClient.in(0)))))
                    .contains("5 minutes");
            refused(client.token(
                    SCOPE,
                    client.assertionWithClaims(
                            claims -> claims.put("exp", Long.MAX_VALUE).put("iat", KeyClient.in(0)))));
        }

        @Test
        void K_05_refuses_what_has_expired() {
            refused(client.token(SCOPE, client.assertionWithClaims(claims -> claims.put("exp", KeyClient.in(-60)))));
        }

        @Test
        void K_06_refuses_an_assertion_that_was_used() {
            String assertion = client.assertion();
            assertThat(client.token(SCOPE, assertion).accessToken()).isNotEmpty();

            refused(client.token(SCOPE, assertion));
        }

        @Test
        void K_06_keeps_the_ids_of_each_issuer_apart() {
            KeyClient other = KeyClient.inline(admin, SigningKey.es384(), "system/*.rs");
            String id = UUID.randomUUID().toString();

            assertThat(client.token(SCOPE, client.assertionWithClaims(claims -> claims.put("jti", id)))
                            .accessToken())
                    .isNotEmpty();
            assertThat(other.token(SCOPE, other.assertionWithClaims(claims -> claims.put("jti", id)))
                            .accessToken())
                    .isNotEmpty();
        }
    }

    @Nested
    class Given_a_client_without_SMART_scopes {
        @Test
        void is_treated_as_Keycloak_treats_it() {
            KeyClient client = KeyClient.inline(admin, SigningKey.rs384(), "email");
            client.withKeySet(SigningKey.set(client.key().jwk().put("use", "sig")));
            client.client().with("token.endpoint.auth.signing.max.exp", "600");
            String assertion = client.key()
                    .sign(client.header().put("typ", "JOSE"), client.claims().put("exp", KeyClient.in(500)));

            assertThat(client.token("email", assertion).answer().status()).isEqualTo(200);
        }
    }

    @Nested
    class Given_a_client_with_a_secret {
        private final App app = TestClient.service(admin, "system/*.rs").app();

        @Test
        void K_12_authenticates_with_HTTP_Basic() {
            assertThat(basic(app.secret().orElseThrow()).accessToken()).isNotEmpty();
            assertThat(basic("wrong").answer().status()).isEqualTo(401);
        }

        private Tokens basic(String secret) {
            String credentials = Base64.getEncoder()
                    .encodeToString((app.clientId() + ":" + secret).getBytes(StandardCharsets.UTF_8));
            String form = App.query(Map.of("grant_type", "client_credentials", "scope", SCOPE));
            return new Tokens(Answer.send(HttpRequest.newBuilder(App.endpoint("/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Authorization", "Basic " + credentials)
                    .POST(BodyPublishers.ofString(form))
                    .build()));
        }
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
