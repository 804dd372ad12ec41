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
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Introspection with a Bearer token (SMART App Launch 2.2.0, "Token introspection"). */
@ExtendWith(AtriumServer.class)
class BearerIntrospectionIT {
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
        void N_06_introspects_with_a_Bearer_token() {
            Tokens tokens = person.tokens(app, "openid user/*.rs");

            JsonNode answer = bearer(bearerOf(server), tokens.accessToken()).json();

            assertThat(answer.path("active").asBoolean()).isTrue();
            assertThat(answer).isEqualTo(server.introspect(tokens.accessToken()).json());
        }

        @Test
        void N_06_introspects_with_a_Bearer_token_got_with_a_key() {
            KeyClient service = KeyClient.inline(admin, SigningKey.es384(), "system/*.rs", RIGHT);
            String own = service.token(RIGHT).accessToken();

            assertThat(bearer(own, own).json().path("active").asBoolean()).isTrue();
        }

        @Test
        void N_06_introspects_with_the_token_of_its_user() {
            App smart = TestClient.of(admin, "user/*.rs", RIGHT).app();
            String own = person.tokens(smart, "openid " + RIGHT).accessToken();

            assertThat(bearer(own, own).json().path("active").asBoolean()).isTrue();
        }

        @Test
        void N_06_is_refused_with_a_token_that_FHIR_servers_get_to_see() {
            App smart = TestClient.of(admin, "user/*.rs", RIGHT).app();
            String own = person.tokens(smart, "openid user/*.rs " + RIGHT).accessToken();

            assertThat(bearer(own, own).status()).isEqualTo(403);
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

        @Test
        void N_06_is_told_that_a_token_whose_membership_has_ended_is_not_active() {
            TestUser leaving = admin.user("example.org");
            String membership = leaving.joins("riverside", "Practitioner/leaving", "clinician");
            Tokens tokens = Person.of(leaving).tokens(app, "openid user/*.rs");

            leaving.leaves(membership);

            inactive(bearer(bearerOf(server), tokens.accessToken()));
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
            refused(bearer(AccessTokens.ofMaster(), "x"));
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

    private static void refused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.text("error")).isEqualTo("invalid_client");
    }

    private static void inactive(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(Admin.parse("{\"active\":false}"));
    }
}
