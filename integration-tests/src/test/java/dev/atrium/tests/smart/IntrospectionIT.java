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
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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
            inactive(bearer(bearerOf(server), tokens.accessToken()));
        }

        @Test
        void N_05_is_told_so_of_a_token_of_another_realm() {
            inactive(server.introspect(ofMaster()));
        }

        @Test
        void N_06_introspects_with_a_Bearer_token() {
            Tokens tokens = person.tokens(app, "openid user/*.rs");

            JsonNode answer = bearer(bearerOf(server), tokens.accessToken()).json();

            assertThat(answer.path("active").asBoolean()).isTrue();
            assertThat(answer).isEqualTo(server.introspect(tokens.accessToken()).json());
        }

        @Test
        void N_06_introspects_with_a_Bearer_token_got_with_a_key() {
            KeyClient service = KeyClient.inline(admin, SigningKey.es384(), "system/*.rs", RIGHT);
            String own = service.token("system/*.rs " + RIGHT).accessToken();

            assertThat(bearer(own, own).json().path("active").asBoolean()).isTrue();
        }

        @Test
        void N_06_introspects_with_the_token_of_its_user() {
            App smart = TestClient.of(admin, "user/*.rs", RIGHT).app();
            String own = person.tokens(smart, "openid user/*.rs " + RIGHT).accessToken();

            assertThat(bearer(own, own).json().path("active").asBoolean()).isTrue();
        }

        @Test
        void N_06_needs_a_token_that_was_requested_for_it() {
            String own =
                    server.token(Map.of("grant_type", "client_credentials")).accessToken();

            Answer answer = bearer(own, own);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text("error")).isEqualTo("insufficient_scope");
            assertThat(answer.text("error_description")).contains(RIGHT);
        }

        @Test
        void N_06_is_refused_with_a_revoked_token() {
            String own = bearerOf(server);
            server.post("/revoke", Map.of("token", own));

            refused(bearer(own, own));
        }

        @Test
        void N_06_is_refused_once_the_right_is_taken_away() {
            TestClient losing = TestClient.service(admin, RIGHT);
            String own = bearerOf(losing.app());
            losing.unassign(RIGHT);

            assertThat(bearer(own, own).status()).isIn(401, 403);
            inactive(losing.app()
                    .introspect(person.tokens(app, "openid user/*.rs").accessToken()));
        }

        @Test
        void N_06_is_refused_once_the_membership_of_its_user_has_ended() {
            TestUser leaving = admin.user("example.org");
            String membership = leaving.joins("riverside", "Practitioner/leaving", "clinician");
            App smart = TestClient.of(admin, "user/*.rs", RIGHT).app();
            String own = Person.of(leaving)
                    .tokens(smart, "openid user/*.rs " + RIGHT)
                    .accessToken();

            leaving.leaves(membership);

            refused(bearer(own, person.tokens(app, "openid user/*.rs").accessToken()));
        }
    }

    @Nested
    class Given_anybody_else {
        @Test
        void N_06_is_refused_with_a_token_without_the_right() {
            String token = person.tokens(app, "openid user/*.rs").accessToken();

            assertThat(bearer(token, token).status()).isEqualTo(403);
        }

        @Test
        void N_06_is_refused_as_a_public_client_even_if_the_scope_is_assigned() {
            App open = TestClient.publicOne(admin, "user/*.rs", RIGHT).app();
            String own = person.tokens(open, "openid user/*.rs " + RIGHT).accessToken();

            assertThat(bearer(own, own).status()).isEqualTo(403);
            assertThat(open.introspect(own).status()).isEqualTo(403);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "nonsense", "a.b.c"})
        void N_06_is_refused_with_what_is_no_token(String token) {
            refused(bearer(token, "x"));
        }

        @Test
        void N_06_is_refused_with_a_token_of_another_realm() {
            refused(bearer(ofMaster(), "x"));
        }

        @Test
        void N_06_is_refused_with_a_refresh_or_an_ID_token() {
            App smart = TestClient.of(admin, "user/*.rs", RIGHT).app();
            Tokens tokens = person.tokens(smart, "openid user/*.rs " + RIGHT);

            refused(bearer(tokens.refreshToken(), tokens.accessToken()));
            refused(bearer(tokens.answer().text("id_token"), tokens.accessToken()));
        }

        @Test
        void N_06_gets_no_token_with_a_Bearer_token() {
            App server = TestClient.service(admin, RIGHT).app();
            Answer answer = bearer(bearerOf(server), "/token", "grant_type=client_credentials");

            assertThat(answer.status()).isIn(400, 401);
            assertThat(answer.json().has("access_token")).isFalse();
        }

        @Test
        void N_07_is_not_told_of_a_token_that_is_not_for_it() {
            App other = TestClient.service(admin).app();

            inactive(other.introspect(person.tokens(app, "openid user/*.rs").accessToken()));
        }
    }

    private static String bearerOf(App service) {
        return service.token(Map.of("grant_type", "client_credentials", "scope", RIGHT))
                .accessToken();
    }

    private static Answer bearer(String bearer, String token) {
        return bearer(bearer, "/token/introspect", "token=" + token);
    }

    private static Answer bearer(String bearer, String endpoint, String form) {
        return Answer.send(HttpRequest.newBuilder(App.endpoint(endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Bearer " + bearer)
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    private static String ofMaster() {
        URI token = AtriumServer.baseUrl().resolve("/realms/master/protocol/openid-connect/token");
        return Answer.post(
                        token,
                        App.query(Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                "admin",
                                "password",
                                Admin.PASSWORD)))
                .text("access_token");
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.text("error")).isEqualTo("invalid_client");
    }

    private static void inactive(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(Admin.parse("{\"active\":false}"));
    }
}
