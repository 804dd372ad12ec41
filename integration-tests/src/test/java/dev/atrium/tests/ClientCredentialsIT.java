package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(AtriumServer.class)
class ClientCredentialsIT {
    private final Admin admin = Admin.ofRealm();

    @Nested
    class Given_a_service {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "system/*.rs",
                    "system/Patient.r",
                    "system/Patient.read",
                    "system/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory"
                })
        void is_granted_what_its_scopes_cover(String scope) {
            assertThat(token(App.BACKEND, scope).scopes()).isEqualTo(Set.of(scope));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "system/Patient.c",
                    "system/Foo.rs",
                    "system/Patient.sr",
                    "user/Patient.rs",
                    "patient/Patient.rs",
                    "launch/patient",
                    "fhirUser",
                    "atrium.without-refresh",
                    "atrium.membership/00000000-0000-0000-0000-000000000000"
                })
        void is_refused_what_they_do_not_cover(String scope) {
            Tokens refused = token(App.BACKEND, "system/Patient.rs " + scope);

            assertThat(refused.answer().status()).isEqualTo(400);
            assertThat(refused.error()).isEqualTo("invalid_scope");
            assertThat(refused.errorDescription()).isEqualTo("The client may not request " + scope);
        }

        @Test
        void is_refused_a_scope_parameter_that_is_too_long() {
            assertThat(token(App.BACKEND, "system/Patient.rs ".repeat(230)).error())
                    .isEqualTo("invalid_scope");
        }

        @Test
        void is_refused_characters_that_no_scope_may_have() {
            assertThat(token(App.BACKEND, "system/Pat\u007fient.rs").error()).isEqualTo("invalid_scope");
        }

        @Test
        void has_no_fhir_access_without_asking() {
            Tokens tokens = App.BACKEND.token(Map.of("grant_type", "client_credentials"));

            assertThat(tokens.accessClaims().path("scope").asText()).isEmpty();
        }

        @Test
        void gets_no_refresh_token_and_no_claims_of_a_person() {
            Tokens tokens = token(App.BACKEND, "system/*.rs");

            JsonNode claims = tokens.accessClaims();
            assertThat(tokens.hasRefreshToken()).isFalse();
            assertThat(claims.has("membership")).isFalse();
            assertThat(claims.has("project")).isFalse();
            assertThat(claims.has("profile")).isFalse();
            assertThat(claims.has("fhirUser")).isFalse();
            assertThat(claims.has("patient")).isFalse();
        }

        @Test
        void has_its_scopes_in_introspection() {
            Tokens tokens = token(App.BACKEND, "system/Patient.r");

            JsonNode answer = App.FHIR_SERVER.introspect(tokens.accessToken()).json();

            assertThat(answer.path("active").asBoolean()).isTrue();
            assertThat(answer.path("scope").asText()).isEqualTo("system/Patient.r");
            assertThat(answer.path("sub")).isEqualTo(tokens.accessClaims().path("sub"));
        }
    }

    @Nested
    class Given_a_service_with_refresh_tokens_switched_on {
        private final TestClient client = TestClient.service(admin, "system/*.rs", "offline_access")
                .with("client_credentials.use_refresh_token", "true");

        @ParameterizedTest
        @ValueSource(strings = {"system/*.rs", "system/Patient.r", "system/*.rs offline_access"})
        void gets_none_with_fhir_access(String scope) {
            Tokens tokens = token(client.app(), scope);

            assertThat(tokens.accessClaims().path("scope").asText()).contains("system/");
            assertThat(tokens.hasRefreshToken()).isFalse();
        }

        @Test
        void gets_none_with_fhir_access_by_default() {
            App app = client.withDefault("system/Patient.rs").app();

            assertThat(app.token(Map.of("grant_type", "client_credentials")).hasRefreshToken())
                    .isFalse();
        }

        @Test
        void gets_one_that_works_without() {
            Tokens tokens = client.app().token(Map.of("grant_type", "client_credentials"));

            assertThat(client.app().refresh(tokens.refreshToken()).accessToken())
                    .isNotEmpty();
        }
    }

    @Nested
    class Given_a_service_that_is_assigned_scopes_of_people {
        @ParameterizedTest
        @ValueSource(strings = {"user/*.rs", "patient/*.rs", "fhirUser", "launch/patient"})
        void is_refused_them_by_name(String scope) {
            App service = TestClient.service(admin, "system/*.rs", scope).app();

            Tokens refused = token(service, "system/*.rs " + scope);

            assertThat(refused.error()).isEqualTo("invalid_scope");
            assertThat(refused.errorDescription()).contains("'" + scope + "'");
        }

        @Test
        void is_refused_them_by_default_too() {
            App service = TestClient.service(admin, "system/*.rs")
                    .withDefault("user/*.rs")
                    .app();

            assertThat(token(service, "system/*.rs").error()).isEqualTo("invalid_scope");
        }
    }

    @Nested
    class Given_a_client_that_is_a_service_for_people_too {
        @Test
        void grants_no_person_a_system_scope() {
            App app = TestClient.of(admin, "system/*.rs", "user/*.rs").app();

            Tokens refused = app.token(Map.of(
                    "grant_type",
                    "password",
                    "username",
                    "alice@riverside.example",
                    "password",
                    Admin.PASSWORD,
                    "scope",
                    "openid system/*.rs"));

            assertThat(refused.answer().status()).isEqualTo(400);
        }
    }

    private static Tokens token(App app, String scope) {
        return app.token(Map.of("grant_type", "client_credentials", "scope", scope));
    }
}
