package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Introspection (RFC 7662; SMART App Launch 2.2.0, "Token introspection"). */
@ExtendWith(AtriumServer.class)
class IntrospectionIT {
    private static final String RIGHT = "__introspect";

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = TestUser.clinician(admin);
    private final Person person = Person.of(user);
    private final App app =
            TestClient.of(admin, "user/*.rs", "fhirUser", "offline_access").app();

    @Nested
    class Given_a_client_with_the_right {
        private final App server = TestClient.service(admin, RIGHT).app();

        @Test
        void N_01_and_N_07_introspects_the_token_of_any_client() {
            Tokens tokens = person.tokens(app, "openid fhirUser user/*.rs");

            JsonNode answer = server.introspect(tokens.accessToken()).json();

            assertThat(answer.path("active").asBoolean()).isTrue();
        }

        @Test
        void N_02_and_N_04_is_told_scope_client_expiry_and_who_it_is() {
            Tokens tokens = person.tokens(app, "openid fhirUser user/*.rs");

            JsonNode answer = server.introspect(tokens.accessToken()).json();

            assertThat(Set.of(answer.path("scope").asText().split(" "))).isEqualTo(tokens.scopes());
            assertThat(answer.path("client_id").asText()).isEqualTo(app.clientId());
            assertThat(answer.path("exp")).isEqualTo(tokens.accessClaims().path("exp"));
            assertThat(answer.path("iss")).isEqualTo(tokens.idClaims().path("iss"));
            assertThat(answer.path("sub")).isEqualTo(tokens.idClaims().path("sub"));
            assertThat(answer.path("fhirUser")).isEqualTo(tokens.idClaims().path("fhirUser"));
        }

        @Test
        void N_03_is_told_the_patient_in_context() {
            TestUser patient = admin.user("example.org");
            patient.joins("riverside", "Patient/introspected", "patient-self");
            App forPatients =
                    TestClient.of(admin, "patient/*.rs", "launch/patient").app();

            Tokens tokens = Person.of(patient).tokens(forPatients, "launch/patient patient/*.rs");

            assertThat(server.introspect(tokens.accessToken()).text("patient"))
                    .isEqualTo(tokens.answer().text("patient"))
                    .isEqualTo("introspected");
        }

        @ParameterizedTest
        @ValueSource(strings = {"invalid_token_value", "a.b.c", " "})
        void N_05_is_told_only_that_an_invalid_token_is_not_active(String token) {
            Answer answer = server.introspect(token);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json()).isEqualTo(Admin.parse("{\"active\":false}"));
        }

        @Test
        void N_05_is_told_so_of_a_revoked_token() {
            Tokens tokens = person.tokens(app, "openid user/*.rs");
            app.post("/revoke", Map.of("token", tokens.accessToken()));

            inactive(server.introspect(tokens.accessToken()));
        }

        @Test
        void N_05_is_told_so_of_a_token_whose_membership_has_ended() {
            TestUser leaving = admin.user("example.org");
            String membership = leaving.joins("riverside", "Practitioner/leaving", "clinician");
            Tokens tokens = Person.of(leaving).tokens(app, "openid user/*.rs");
            assertThat(server.introspect(tokens.accessToken())
                            .json()
                            .path("active")
                            .asBoolean())
                    .isTrue();

            leaving.leaves(membership);

            inactive(server.introspect(tokens.accessToken()));
        }

        @Test
        void N_05_is_told_so_of_a_token_of_another_realm() {
            inactive(server.introspect(AccessTokens.ofMaster()));
        }
    }

    @Nested
    class Given_anybody_else {
        @Test
        void N_07_is_not_told_of_a_token_that_is_not_for_it() {
            App other = TestClient.service(admin).app();

            inactive(other.introspect(person.tokens(app, "openid user/*.rs").accessToken()));
        }
    }

    private static void inactive(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(Admin.parse("{\"active\":false}"));
    }
}
