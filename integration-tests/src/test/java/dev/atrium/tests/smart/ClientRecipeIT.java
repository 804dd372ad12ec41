package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.docs.Example;
import dev.atrium.tests.docs.Shell;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients of SMART apps as {@code docs/smart-apps.md} makes them, with its own commands. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class ClientRecipeIT {
    private static final String PAGE = "smart-apps.md";
    private static final String CALLBACK = "https://localhost:8091/callback";
    private static final String RIVERSIDE = "http://localhost:8090/fhir/riverside";

    private final App app = new App("growth-charts", Optional.empty());
    private TestRealm realm;

    @BeforeAll
    void typed(@TempDir Path directory) {
        realm = TestRealm.delivered();
        new Shell(directory, realm)
                .types(
                        Example.toSignIn(),
                        Example.beginning(PAGE, "kcadm.sh update client-policies"),
                        Example.beginning(PAGE, "kcadm.sh create clients"));
        ObjectNode made = (ObjectNode) client("growth-charts");
        made.putArray("redirectUris").add(CALLBACK);
        assertThat(realm.admin()
                        .put("clients/" + made.path("id").asText(), made)
                        .status())
                .isEqualTo(204);
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_client_that_was_made {
        private final JsonNode client = client("growth-charts");

        @Test
        void A_07_A_08_must_use_S256() {
            assertThat(attribute(client, "pkce.code.challenge.method")).isEqualTo("S256");
        }

        @Test
        void A_05_gets_no_issuer_in_the_answer() {
            assertThat(attribute(client, "exclude.issuer.from.auth.response")).isEqualTo("true");
            assertThat(authorize(Map.of()).callback()).doesNotContainKey("iss");
        }

        @Test
        void K_04_may_sign_assertions_of_five_minutes() {
            assertThat(attribute(client, "token.endpoint.auth.signing.max.exp")).isEqualTo("300");
        }

        @Test
        void R_08_gets_refresh_tokens_of_three_months() {
            assertThat(attribute(client, "client.offline.session.idle.timeout")).isEqualTo("7776000");
            assertThat(realm.admin().read("").path("offlineSessionIdleTimeout").asInt())
                    .isEqualTo(7_776_000);
        }

        @Test
        void asks_people_and_has_the_code_flow_alone() {
            assertThat(client.path("consentRequired").asBoolean()).isTrue();
            assertThat(client.path("implicitFlowEnabled").asBoolean()).isFalse();
            assertThat(client.path("fullScopeAllowed").asBoolean()).isFalse();
        }
    }

    @Nested
    class Given_a_request_of_such_a_client {
        @Test
        void A_03_is_refused_without_aud() {
            Map<String, String> answer = authorize(Map.of()).callback();

            assertThat(answer).containsEntry("error", "invalid_request");
            assertThat(answer.get("error_description")).contains("aud");
            assertThat(answer.get("state")).startsWith("state-");
        }

        @Test
        void A_03_is_refused_without_aud_when_it_is_pushed() {
            assertThat(post("/ext/par/request", Map.of()).text("error_description"))
                    .contains("aud");
        }

        @Test
        void A_03_goes_on_with_aud() {
            Page page = authorize(Map.of("aud", RIVERSIDE));

            assertThat(page.html().getElementById("kc-form-login")).isNotNull();
        }

        @Test
        void A_03_goes_on_with_aud_when_it_is_pushed() {
            assertThat(post("/ext/par/request", Map.of("aud", RIVERSIDE)).status())
                    .isEqualTo(201);
        }

        @Test
        void A_08_is_refused_without_a_challenge() {
            Map<String, String> request = request(Map.of("aud", RIVERSIDE));
            List.of("code_challenge", "code_challenge_method").forEach(request::remove);

            assertThat(open(request).callback()).containsEntry("error", "invalid_request");
        }

        @Test
        void goes_on_without_aud_if_it_asks_for_nothing_of_FHIR() {
            assertThat(authorize(Map.of("scope", "openid")).html().getElementById("kc-form-login"))
                    .isNotNull();
        }
    }

    @Nested
    class Given_other_clients {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://app.example.org/*",
                    "https://app.example.org/callback*",
                    "http://app.example.org/",
                    "*"
                })
        void L_01_are_not_made_with_redirects_that_are_not_exact(String redirect) {
            Answer answer = make("inexact", redirect, "user/*.cruds");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("Invalid Redirect Uri");
        }

        @ParameterizedTest
        @ValueSource(strings = {"org.example.app:/callback", "https://app.example.org/callback?a=b"})
        void L_01_P_02_are_made_with_exact_ones(String redirect) {
            assertThat(make("exact-" + redirect.hashCode(), redirect, "user/*.cruds")
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void are_made_for_backend_services_too() {
            ObjectNode client = Admin.JSON
                    .createObjectNode()
                    .put("clientId", "nightly-export")
                    .put("standardFlowEnabled", false)
                    .put("serviceAccountsEnabled", true);
            client.putArray("optionalClientScopes").add("system/*.rs");

            assertThat(realm.admin().post("clients", client).status()).isEqualTo(201);
            assertThat(attribute(client("nightly-export"), "token.endpoint.auth.signing.max.exp"))
                    .isEqualTo("300");
        }

        @Test
        void are_left_alone_if_they_may_request_nothing_of_FHIR() {
            assertThat(make("portal", "http://portal.example.org/*", "offline_access")
                            .status())
                    .isEqualTo(201);

            assertThat(client("portal").path("consentRequired").asBoolean()).isFalse();
        }

        @Test
        void change_when_they_are_saved_the_next_time() {
            ObjectNode known = (ObjectNode) client("smart-app");
            known.putArray("redirectUris").add(CALLBACK);
            known.withObject("/attributes").put("exclude.issuer.from.auth.response", "false");

            assertThat(realm.admin()
                            .put("clients/" + known.path("id").asText(), known)
                            .status())
                    .isEqualTo(204);

            assertThat(attribute(client("smart-app"), "exclude.issuer.from.auth.response"))
                    .isEqualTo("true");
        }

        private Answer make(String clientId, String redirect, String scope) {
            ObjectNode client = Admin.JSON.createObjectNode().put("clientId", clientId);
            client.putArray("redirectUris").add(redirect);
            client.putArray("defaultClientScopes").add("basic");
            client.putArray("optionalClientScopes").add(scope);
            return realm.admin().post("clients", client);
        }
    }

    @Nested
    class Given_the_realm_of_the_demo {
        private final Admin admin = Admin.ofRealm();

        @Test
        void A_03_asks_for_aud_where_a_client_is_marked() {
            App marked = TestClient.of(admin, "user/*.cruds")
                    .with("atrium.smart-app", "true")
                    .app();

            assertThat(marked.authorize(new Browser(), "openid user/*.rs")
                            .callback()
                            .get("error_description"))
                    .contains("aud");
        }

        @Test
        void is_about_new_clients_only_if_they_are_marked() {
            assertThat(made(false).path("consentRequired").asBoolean()).isFalse();
            assertThat(made(true).path("consentRequired").asBoolean()).isTrue();
        }

        private JsonNode made(boolean marked) {
            ObjectNode client = Admin.JSON
                    .createObjectNode()
                    .put("clientId", "made-" + UUID.randomUUID())
                    .put("publicClient", true);
            client.putArray("redirectUris").add("https://app.example.org/callback");
            client.putArray("optionalClientScopes").add("user/*.cruds");
            if (marked) {
                client.putObject("attributes").put("atrium.smart-app", "true");
            }
            String path = "clients/" + admin.created("clients", client);
            JsonNode made = admin.read(path);
            admin.delete(path);
            return made;
        }

        @Test
        void A_05_R_08_has_apps_that_get_no_issuer_and_refresh_for_three_months() {
            Person person = Person.of(TestUser.clinician(admin));

            Page back = person.signIn(App.SMART_APP, "openid user/*.rs offline_access")
                    .allow();
            JsonNode refresh = Tokens.claims(App.SMART_APP.exchange(back).refreshToken());

            assertThat(back.callback()).doesNotContainKey("iss");
            assertThat(refresh.path("exp").asLong(Long.MAX_VALUE)
                            - refresh.path("iat").asLong())
                    .isGreaterThanOrEqualTo(7_776_000);
        }
    }

    private JsonNode client(String clientId) {
        return realm.admin().read("clients?clientId=" + clientId).path(0);
    }

    private static String attribute(JsonNode client, String name) {
        return client.path("attributes").path(name).asText();
    }

    private Page authorize(Map<String, String> more) {
        return open(request(more));
    }

    private Map<String, String> request(Map<String, String> more) {
        Map<String, String> request = new HashMap<>(app.request("openid launch/patient patient/Observation.rs"));
        request.put("redirect_uri", CALLBACK);
        request.putAll(more);
        return request;
    }

    private Page open(Map<String, String> request) {
        return new Browser().open(URI.create(endpoint("/auth") + "?" + App.query(request)));
    }

    private Answer post(String path, Map<String, String> more) {
        return Answer.post(endpoint(path), App.query(request(more)));
    }

    private URI endpoint(String path) {
        return AtriumServer.baseUrl().resolve("/realms/" + realm.name() + "/protocol/openid-connect" + path);
    }
}
