package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who the person is: the ID token and how an app verifies it, as Inferno's group {@code smart_openid_connect} does. */
@ExtendWith(AtriumServer.class)
class OpenIdIT {
    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");

    @Nested
    class Given_the_configuration_of_the_issuer {
        private final JsonNode configuration =
                get(SmartConfiguration.read().path("issuer").asText() + "/.well-known/openid-configuration");

        @Test
        void I_04_smart_openid_required_configuration_fields() {
            assertThat(List.of(
                            "issuer",
                            "authorization_endpoint",
                            "token_endpoint",
                            "jwks_uri",
                            "response_types_supported",
                            "subject_types_supported",
                            "id_token_signing_alg_values_supported"))
                    .allMatch(configuration::hasNonNull);
            assertThat(SmartConfiguration.texts(configuration.path("id_token_signing_alg_values_supported")))
                    .contains("RS256");
        }

        @Test
        void I_03_smart_openid_retrieve_jwks() {
            assertThat(get(configuration.path("jwks_uri").asText()).path("keys"))
                    .anySatisfy(key -> {
                        assertThat(key.path("kty").asText()).isEqualTo("RSA");
                        assertThat(key.path("n").asText()).isNotBlank();
                    });
        }
    }

    @Nested
    class Given_an_ID_token {
        private Tokens tokens;

        @BeforeEach
        void of_a_clinician() {
            user.joins("riverside", "Practitioner/open-id", "clinician");
            tokens = Person.of(user).tokens(App.PORTAL, "openid fhirUser user/*.rs");
        }

        @Test
        void I_03_smart_openid_token_header() {
            JsonNode header = Admin.parse(new String(
                    Base64.getUrlDecoder()
                            .decode(tokens.answer().text("id_token").split("\\.")[0]),
                    StandardCharsets.UTF_8));
            JsonNode keys =
                    get(SmartConfiguration.read().path("jwks_uri").asText()).path("keys");

            assertThat(header.path("alg").asText()).isEqualTo("RS256");
            assertThat(StreamSupport.stream(keys.spliterator(), false)
                            .map(key -> key.path("kid").asText()))
                    .contains(header.path("kid").asText());
        }

        @Test
        void I_04_smart_openid_token_payload() {
            JsonNode claims = tokens.idClaims();

            assertThat(claims.path("iss").asText())
                    .isEqualTo(SmartConfiguration.read().path("issuer").asText());
            assertThat(claims.path("aud").asText()).isEqualTo(App.PORTAL.clientId());
            assertThat(claims.path("sub").asText().length()).isBetween(1, 255);
            assertThat(claims.path("exp").asLong())
                    .isGreaterThan(claims.path("iat").asLong());
        }

        @Test
        void I_06_goes_with_userinfo() {
            assertThat(tokens.userinfo().path("sub").asText())
                    .isEqualTo(tokens.idClaims().path("sub").asText());
        }
    }

    private static JsonNode get(String address) {
        Answer answer = Answer.send(HttpRequest.newBuilder(URI.create(address)).build());
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }
}
