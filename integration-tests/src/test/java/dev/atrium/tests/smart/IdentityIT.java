package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Json;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who the user is, for an app that asks for {@code openid fhirUser}. */
@ExtendWith(AtriumServer.class)
class IdentityIT {
    private static final String BASE = "http://localhost:8090/fhir/riverside";
    private static final String SCOPE = "openid fhirUser user/*.rs";

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);
    private final App app = TestClient.of(admin, "fhirUser", "user/*.cruds").app();

    @Nested
    class Given_a_person_who_is_a_FHIR_resource {
        @ParameterizedTest
        @ValueSource(strings = {"Practitioner/1", "PractitionerRole/2", "RelatedPerson/4", "Person/5", "Patient/3"})
        void I_01_I_02_is_its_absolute_url_in_the_id_token(String profile) {
            user.joins("riverside", profile, "clinician");

            assertThat(Json.text(person.tokens(app, SCOPE).idClaims(), "fhirUser"))
                    .isEqualTo(BASE + "/" + profile);
        }

        @Test
        void I_03_is_signed_RS256_with_a_key_that_everybody_finds() {
            JsonNode header = header(signedIn());
            JsonNode keys = get("/protocol/openid-connect/certs").path("keys");

            assertThat(header.path("alg").asText()).isEqualTo("RS256");
            assertThat(keys.findValuesAsText("kid")).contains(header.path("kid").asText());
            assertThat(keys).allMatch(key -> key.hasNonNull("kty"));
        }

        @Test
        void I_04_agrees_with_the_discovery_document() {
            JsonNode claims = signedIn().idClaims();

            assertThat(Json.text(claims, "iss"))
                    .isEqualTo(get("/.well-known/openid-configuration")
                            .path("issuer")
                            .asText());
            assertThat(Json.texts(claims.path("aud"))).containsExactly(app.clientId());
            assertThat(Json.text(claims, "sub")).isNotEmpty().hasSizeLessThan(256);
            assertThat(claims.path("exp").asLong())
                    .isGreaterThan(claims.path("iat").asLong());
        }

        private Tokens signedIn() {
            user.joins("riverside", "Practitioner/1", "clinician");
            return person.tokens(app, SCOPE);
        }

        private static JsonNode header(Tokens tokens) {
            String header = tokens.answer().text("id_token").split("\\.")[0];
            return Admin.parse(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8));
        }

        private static JsonNode get(String path) {
            return Answer.send(HttpRequest.newBuilder(App.realm(path)).build()).json();
        }
    }

    @Nested
    class Given_a_person_who_is_none {
        @Test
        void I_05_gets_no_fhirUser_without_a_membership() {
            Page refused = person.signIn(app, "openid fhirUser");

            assertThat(refused.isCallback()).isFalse();
            assertThat(refused.back().callback()).containsEntry("error", "access_denied");
        }

        @Test
        void I_05_gets_no_fhirUser_where_the_project_has_no_FHIR_server() {
            String project = "plain-" + UUID.randomUUID();
            ObjectNode organization = Admin.JSON
                    .createObjectNode()
                    .put("name", project)
                    .put("alias", project)
                    .put("enabled", true);
            organization.putArray("domains").addObject().put("name", project + ".example");
            admin.created("organizations", organization);
            user.joins(project, "Practitioner/1", "clinician");

            Page refused = person.signIn(app, "openid fhirUser");

            assertThat(refused.back().callback()).containsEntry("error", "server_error");
        }
    }
}
