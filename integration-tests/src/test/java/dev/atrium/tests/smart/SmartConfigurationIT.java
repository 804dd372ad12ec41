package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document from which an app learns all it needs to know (SMART App Launch 2.2.0, "Metadata"). */
@ExtendWith(AtriumServer.class)
class SmartConfigurationIT {
    private final Admin admin = Admin.ofRealm();

    @Nested
    class Given_any_app {
        @ParameterizedTest
        @ValueSource(strings = {"application/json", "application/fhir+json", "text/html", "*/*", "not a media type"})
        void D_02_answers_JSON_whatever_is_accepted(String accepted) {
            Answer answer = SmartConfiguration.get("Accept", accepted);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.response().headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        }

        @Test
        void D_03_names_absolute_URLs_only() {
            assertThat(SmartConfiguration.read().properties().stream()
                            .filter(field -> field.getKey().matches(".*_(endpoint|uri)|issuer")))
                    .isNotEmpty()
                    .allSatisfy(field -> assertThat(
                                    URI.create(field.getValue().asText()).isAbsolute())
                            .as(field.getKey())
                            .isTrue());
        }

        @Test
        void D_04_D_05_D_09_D_10_D_14_names_the_same_endpoints_as_Keycloak_itself() {
            JsonNode keycloak = Answer.send(HttpRequest.newBuilder(App.realm("/.well-known/openid-configuration"))
                            .build())
                    .json();
            JsonNode smart = SmartConfiguration.read();

            assertThat(List.of(
                            "issuer",
                            "jwks_uri",
                            "authorization_endpoint",
                            "token_endpoint",
                            "introspection_endpoint",
                            "revocation_endpoint",
                            "registration_endpoint"))
                    .allSatisfy(name -> assertThat(smart.path(name).asText())
                            .as(name)
                            .isNotEmpty()
                            .isEqualTo(keycloak.path(name).asText()));
        }

        @Test
        void D_06_lists_the_two_grants_of_SMART() {
            assertThat(list("grant_types_supported")).containsExactly("authorization_code", "client_credentials");
        }

        @Test
        void D_07_lists_capabilities_of_SMART_only() {
            assertThat(list("capabilities"))
                    .isNotEmpty()
                    .allMatch(capability ->
                            capability.matches("(launch|authorize|client|sso|context|permission)-[a-z0-9-]+"))
                    .doesNotHaveDuplicates();
        }

        @Test
        void D_08_lists_S256_and_not_plain() {
            assertThat(list("code_challenge_methods_supported")).containsExactly("S256");
        }

        @Test
        void D_11_lists_the_client_authentication_of_SMART() {
            assertThat(list("token_endpoint_auth_methods_supported"))
                    .containsExactly("client_secret_basic", "client_secret_post", "private_key_jwt");
        }

        @Test
        void D_12_lists_the_signatures_that_SMART_wants_verified() {
            assertThat(list("token_endpoint_auth_signing_alg_values_supported")).containsExactly("RS384", "ES384");
        }

        @Test
        void D_13_lists_the_scopes_that_apps_of_the_realm_may_have() {
            assertThat(list("scopes_supported"))
                    .contains("openid", "fhirUser", "launch/patient", "offline_access", "user/*.cruds", "system/*.rs")
                    .doesNotContain("project", "atrium", "profile", "roles");
        }

        @Test
        void D_14_lists_the_response_type_code_and_where_people_manage_access() {
            assertThat(list("response_types_supported")).containsExactly("code");
            assertThat(Answer.send(HttpRequest.newBuilder(URI.create(SmartConfiguration.read()
                                            .path("management_endpoint")
                                            .asText()))
                                    .build())
                            .status())
                    .isBetween(200, 303);
        }

        @Test
        void D_15_names_an_endpoint_where_an_app_with_an_initial_access_token_registers() {
            String token = Admin.parse(admin.send("POST", "clients-initial-access", "{\"count\":1}")
                            .body())
                    .path("token")
                    .asText();

            Answer registered = Answer.send(HttpRequest.newBuilder(URI.create(SmartConfiguration.read()
                            .path("registration_endpoint")
                            .asText()))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + token)
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"redirect_uris\":[\"https://app.example/callback\"],\"client_name\":\"registered\"}"))
                    .build());

            assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        }

        @Test
        void D_16_D_18_names_no_endpoint_that_is_not_there() {
            assertThat(SmartConfiguration.read().has("associated_endpoints")).isFalse();
            assertThat(SmartConfiguration.read().has("smart_app_state_endpoint"))
                    .isFalse();
        }

        @Test
        void D_19_supports_a_capability_set() {
            assertThat(list("capabilities")).contains("launch-standalone", "client-public", "permission-patient");
        }

        @Test
        void C_01_is_readable_from_any_origin() {
            Answer answer = SmartConfiguration.get("Origin", "https://app.example");

            assertThat(answer.response().headers().firstValue("Access-Control-Allow-Origin"))
                    .isIn(Optional.of("https://app.example"), Optional.of("*"));
        }

        @Test
        void is_not_kept_by_caches_when_the_realm_changes() {
            assertThat(SmartConfiguration.get().response().headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(value -> assertThat(value).contains("no-cache"));
        }
    }

    @Nested
    class Given_a_client_scope_that_the_admin_keeps_to_the_realm {
        @Test
        void D_13_does_not_list_it() {
            String name = "user/Observation.rs?code=" + UUID.randomUUID();
            ObjectNode scope = Admin.JSON.createObjectNode().put("name", name).put("protocol", "openid-connect");
            scope.putObject("attributes").put("include.in.openid.provider.metadata", "false");
            String id = admin.created("client-scopes", scope);
            try {
                assertThat(list("scopes_supported")).doesNotContain(name);
            } finally {
                admin.delete("client-scopes/" + id);
            }
        }
    }

    @Nested
    class Given_the_FHIR_server_that_serves_it {
        private final FhirProject project = FhirProject.make(admin);

        @ParameterizedTest
        @ValueSource(strings = {"", "/"})
        void D_01_is_answered_for_a_server_of_the_realm(String slash) {
            assertThat(SmartConfiguration.of(project.baseUrl() + slash).json()).isEqualTo(SmartConfiguration.read());
        }

        @ParameterizedTest
        @ValueSource(strings = {"https://somebody.example/r4", "fhir.example", ""})
        void D_01_is_not_found_for_any_other_server(String other) {
            Answer answer = SmartConfiguration.of(other);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text("error_description")).contains("atrium.fhir-base-url");
        }

        @Test
        void D_01_is_not_found_for_a_server_of_a_disabled_project() {
            project.disable();

            assertThat(SmartConfiguration.of(project.baseUrl()).status()).isEqualTo(404);
        }

        @Test
        void D_17_names_the_brand_of_its_project() {
            assertThat(project.set("atrium.brand-bundle", "https://brands.example/bundle.json"))
                    .isEqualTo(204);
            assertThat(project.set("atrium.brand-identifier", "https://brands.example/ids|7"))
                    .isEqualTo(204);

            JsonNode configuration = SmartConfiguration.of(project.baseUrl()).json();

            assertThat(configuration.path("user_access_brand_bundle").asText())
                    .isEqualTo("https://brands.example/bundle.json");
            assertThat(configuration.path("user_access_brand_identifier"))
                    .isEqualTo(Admin.parse("{\"system\":\"https://brands.example/ids\",\"value\":\"7\"}"));
            assertThat(SmartConfiguration.read().has("user_access_brand_bundle"))
                    .isFalse();
        }

        @Test
        void D_17_takes_no_brand_that_cannot_be_read() {
            assertThat(project.set("atrium.brand-bundle", "brands.example")).isEqualTo(400);
        }
    }

    @Nested
    class Given_the_assertions_of_Inferno {
        private final JsonNode configuration = SmartConfiguration.read();

        @Test
        void well_known_endpoint() {
            Answer answer = SmartConfiguration.get("Accept", "application/json");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                    .startsWith("application/json");
            assertThat(answer.json().isObject()).isTrue();
        }

        @Test
        void well_known_capabilities_stu1() {
            assertThat(List.of("authorization_endpoint", "token_endpoint"))
                    .allSatisfy(name ->
                            assertThat(configuration.path(name).asText("")).isNotBlank());
            assertThat(list("capabilities")).isNotEmpty().noneMatch(String::isBlank);
        }

        @Test
        void well_known_capabilities_stu2() {
            well_known_capabilities_stu1();
            assertThat(list("grant_types_supported")).contains("authorization_code");
            assertThat(list("code_challenge_methods_supported"))
                    .contains("S256")
                    .doesNotContain("plain");
            assertThat(list("capabilities")).contains("sso-openid-connect");
            assertThat(List.of("issuer", "jwks_uri"))
                    .allSatisfy(name ->
                            assertThat(configuration.path(name).asText("")).isNotBlank());
        }

        @Test
        void smart_cors_well_known_endpoint() {
            String origin = "https://inferno.healthit.gov";

            Answer answer = SmartConfiguration.get("Origin", origin);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.response()
                            .headers()
                            .firstValue("Access-Control-Allow-Origin")
                            .orElse(""))
                    .isIn(origin, "*");
        }
    }

    private static List<String> list(String field) {
        return SmartConfiguration.texts(SmartConfiguration.read().path(field));
    }
}
