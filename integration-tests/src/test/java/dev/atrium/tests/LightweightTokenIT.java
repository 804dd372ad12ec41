package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Json;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Access tokens whose claims are found by introspection. */
@ExtendWith(AtriumServer.class)
class LightweightTokenIT {
    private static final String BASE = "http://localhost:8090/fhir/riverside";
    private static final String FHIR_USER = "fhirUser";

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);

    @Nested
    class Given_a_client_with_lightweight_access_tokens {
        private final App app = TestClient.of(admin, "user/*.cruds", "fhirUser")
                .with("client.use.lightweight.access.token.enabled", "true")
                .app();
        private String membership;

        @BeforeEach
        void and_a_practitioner() {
            membership = user.joins("riverside", "Practitioner/light", "clinician");
        }

        @Test
        void has_the_same_in_introspection() {
            Tokens tokens = person.tokens(app, "openid fhirUser user/*.rs");

            JsonNode introspection = tokens.introspection();
            assertThat(tokens.accessClaims().has(FHIR_USER)).isFalse();
            assertThat(Json.text(introspection, FHIR_USER)).isEqualTo(BASE + "/Practitioner/light");
            assertThat(Json.text(introspection, "membership")).isEqualTo(membership);
            assertThat(Json.text(introspection, "project")).isEqualTo("riverside");
            assertThat(Json.text(introspection, "sub")).isEqualTo(user.id());
            assertThat(Json.texts(introspection.path("aud"))).contains(BASE);
            assertThat(Json.text(introspection, "scope").split(" "))
                    .containsExactlyInAnyOrder("openid", "fhirUser", "user/*.rs");
        }

        @Test
        void keeps_the_fhir_user_in_the_id_token() {
            Tokens tokens = person.tokens(app, "openid fhirUser user/*.rs");

            assertThat(Json.text(tokens.idClaims(), FHIR_USER)).isEqualTo(BASE + "/Practitioner/light");
        }

        @Test
        void keeps_the_profile_of_an_older_token() {
            user.joins("lakeside", "Practitioner/light", "clinician");
            Tokens river = person.tokensAs("riverside", app, "openid user/*.rs");
            person.tokensAs("lakeside", app, "openid user/*.rs");

            assertThat(Json.text(river.introspection(), "membership")).isEqualTo(membership);
        }
    }
}
