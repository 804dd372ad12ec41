package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
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

/** What a refreshed token has, and what the answer says of it (SMART App Launch 2.2.0, "Refresh access token"). */
@ExtendWith(AtriumServer.class)
class RefreshedScopeIT {
    private static final String ONLINE = "openid fhirUser user/*.rs user/Condition.cruds";
    private static final String OFFLINE = ONLINE + " offline_access";

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = TestUser.clinician(admin);
    private final Person person = Person.of(user);
    private final App app =
            TestClient.of(admin, "user/*.cruds", "fhirUser", "offline_access").app();

    @Nested
    class Given_a_grant {
        @ParameterizedTest
        @ValueSource(strings = {ONLINE, OFFLINE})
        void R_04_has_the_scopes_of_the_launch_where_none_are_named(String scope) {
            Tokens first = person.tokens(app, scope);

            assertThat(app.refresh(first.refreshToken()).scopes()).isEqualTo(Set.of(scope.split(" ")));
            assertThat(app.refresh(first.refreshToken(), scope).scopes()).isEqualTo(Set.of(scope.split(" ")));
        }

        @ParameterizedTest
        @ValueSource(strings = {ONLINE, OFFLINE})
        void R_04_refuses_a_scope_that_was_not_granted(String scope) {
            Tokens first = person.tokens(app, scope);

            for (String wider : new String[] {"user/*.cruds", "patient/*.rs", "nonsense", "email", "online_access"}) {
                Tokens refused = app.refresh(first.refreshToken(), "openid " + wider);

                assertThat(refused.answer().status()).isEqualTo(400);
                assertThat(refused.error()).isEqualTo("invalid_scope");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {ONLINE, OFFLINE})
        void R_06_and_T_02_reports_the_scope_of_the_new_token(String scope) {
            Tokens narrowed = app.refresh(person.tokens(app, scope).refreshToken(), "user/Patient.rs");

            assertThat(narrowed.answer().text("scope")).isEqualTo("user/Patient.rs");
            assertThat(narrowed.accessClaims().path("scope").asText()).isEqualTo("user/Patient.rs");
            assertThat(narrowed.introspection().path("scope").asText()).isIn("", "user/Patient.rs");
            assertThat(narrowed.accessClaims().has("fhirUser")).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {ONLINE, OFFLINE})
        void R_13_keeps_the_whole_scope_in_the_new_refresh_token(String scope) {
            Tokens narrowed = app.refresh(person.tokens(app, scope).refreshToken(), "user/Patient.rs");

            assertThat(app.refresh(narrowed.refreshToken()).scopes()).isEqualTo(Set.of(scope.split(" ")));
        }

        @ParameterizedTest
        @ValueSource(strings = {ONLINE, OFFLINE})
        void R_05_and_R_10_answers_with_the_members_and_headers_of_a_token_response(String scope) {
            Tokens first = person.tokens(app, scope);

            for (Tokens tokens : new Tokens[] {first, app.refresh(first.refreshToken())}) {
                assertThat(tokens.accessToken()).isNotEmpty();
                assertThat(tokens.answer().text("token_type")).isEqualToIgnoringCase("bearer");
                assertThat(tokens.answer().json().path("expires_in").isNumber()).isTrue();
                assertThat(tokens.answer().json().path("expires_in").asInt()).isBetween(1, 3600);
                assertThat(tokens.answer().response().headers().firstValue("Cache-Control"))
                        .hasValueSatisfying(header -> assertThat(header).contains("no-store"));
                assertThat(tokens.answer().response().headers().firstValue("Pragma"))
                        .hasValue("no-cache");
            }
        }

        @Test
        void R_03_is_bound_to_its_client() {
            App other = TestClient.of(admin, "user/*.cruds", "offline_access").app();

            assertThat(other.refresh(person.tokens(app, OFFLINE).refreshToken()).error())
                    .isEqualTo("invalid_grant");
        }

        @ParameterizedTest
        @ValueSource(strings = {"nonsense", "a.b.c", ""})
        void R_09_refuses_what_is_no_refresh_token(String token) {
            Tokens refused = app.refresh(token);

            assertThat(refused.answer().status()).isEqualTo(400);
            assertThat(refused.error()).isIn("invalid_grant", "invalid_request");
        }
    }

    @Nested
    class Given_two_offline_grants_of_one_session {
        @Test
        void R_14_each_keeps_its_scopes_when_the_other_is_refreshed() {
            person.tokens(app, ONLINE);
            Tokens wide = person.tokens(app, OFFLINE);
            Tokens narrow = person.tokens(app, "openid user/Patient.rs offline_access");

            assertThat(app.refresh(wide.refreshToken()).scopes()).isEqualTo(wide.scopes());
            assertThat(app.refresh(narrow.refreshToken()).scopes()).isEqualTo(narrow.scopes());
            assertThat(app.refresh(wide.refreshToken()).scopes()).isEqualTo(wide.scopes());
        }
    }

    @Nested
    class Given_two_offline_grants_of_one_user_and_client {
        private final Tokens wide = person.tokens(app, OFFLINE);
        private final Tokens narrow = Person.of(user).tokens(app, "openid user/Patient.rs offline_access");

        @Test
        void R_14_each_keeps_its_scopes_when_the_other_is_refreshed() {
            app.refresh(narrow.refreshToken());
            assertThat(app.refresh(wide.refreshToken()).scopes()).isEqualTo(wide.scopes());
            app.refresh(wide.refreshToken(), "user/Condition.c");
            assertThat(app.refresh(narrow.refreshToken()).scopes()).isEqualTo(narrow.scopes());
        }

        @Test
        void R_14_one_goes_on_when_the_other_is_revoked() {
            app.post("/revoke", Map.of("token", narrow.refreshToken()));

            assertThat(app.refresh(narrow.refreshToken()).error()).isEqualTo("invalid_grant");
            assertThat(app.refresh(wide.refreshToken()).scopes()).isEqualTo(wide.scopes());
        }
    }
}
