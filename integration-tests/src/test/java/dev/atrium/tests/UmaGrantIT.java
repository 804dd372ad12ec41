package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Keycloak's UMA grant, which makes its token of what a person last granted to the client with <i>Authorization</i> on,
 * for any other client that asks.
 */
@ExtendWith(AtriumServer.class)
class UmaGrantIT {
    private static final String UMA = "urn:ietf:params:oauth:grant-type:uma-ticket";

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = TestUser.clinician(admin);
    private final Person person = Person.of(user);
    private final App other = TestClient.of(admin).app();

    @Nested
    class Given_a_sign_in_with_fhir_access_at_the_client_with_authorization {
        private final App target = authorizing(TestClient.of(admin, "fhirUser", "user/*.cruds"));
        private Tokens own;

        @BeforeEach
        void and_one_without_at_another() {
            person.tokens(target, "openid fhirUser user/*.rs");
            own = person.tokens(other, "openid");
        }

        @Test
        void gives_the_other_client_no_token() {
            Tokens refused = uma(Map.of());

            assertThat(refused.answer().status()).isEqualTo(400);
            assertThat(refused.error()).isEqualTo("invalid_scope");
            assertThat(refused.answer().json().has("access_token")).isFalse();
            assertThat(refused.answer().json().has("refresh_token")).isFalse();
        }

        @Test
        void gives_the_client_itself_none_either() {
            own = person.tokens(target, "openid fhirUser user/*.rs");

            assertThat(target.token(parameters(Map.of())).error()).isEqualTo("invalid_scope");
        }

        @Test
        void still_tells_the_other_client_what_is_permitted() {
            assertThat(uma(Map.of("response_mode", "decision"))
                            .answer()
                            .json()
                            .path("result")
                            .asBoolean())
                    .isTrue();
            assertThat(uma(Map.of("response_mode", "permissions")).answer().body())
                    .doesNotContain("user/");
        }

        @Test
        void writes_an_error_event() {
            keepingEvents("PERMISSION_TOKEN_ERROR", () -> uma(Map.of()));

            JsonNode event = admin.errorEvents(user.id()).get(0);
            assertThat(event.path("type").asText()).isEqualTo("PERMISSION_TOKEN_ERROR");
            assertThat(event.path("clientId").asText()).isEqualTo(other.clientId());
            assertThat(event.path("error").asText()).isEqualTo("invalid_scope");
            assertThat(event.path("details").path("reason").asText())
                    .startsWith("The grant " + UMA + " may not carry ");
        }

        private Tokens uma(Map<String, String> more) {
            return other.token(parameters(more));
        }

        private Map<String, String> parameters(Map<String, String> more) {
            return asking(own, target, more);
        }
    }

    @Nested
    class Given_a_sign_in_with_a_profile_alone_at_the_client_with_authorization {
        private final App target = authorizing(TestClient.of(admin).withDefault("project"));
        private Tokens rpt;

        @BeforeEach
        void and_a_requesting_party_token_for_another() {
            assertThat(person.tokens(target, "openid").accessClaims().has("project"))
                    .isTrue();
            rpt = other.token(asking(person.tokens(other, "openid"), target, Map.of()));
        }

        @Test
        void gives_the_other_client_nothing_of_it() {
            assertThat(rpt.accessClaims().path("authorization").has("permissions"))
                    .isTrue();
            assertThatNothingIsIn(rpt.accessClaims());
            assertThatNothingIsIn(rpt.answer().json());
            assertThat(Tokens.claims(rpt.refreshToken()).toString()).doesNotContain("atrium.");
        }

        @Test
        void gives_nothing_of_it_to_a_refresh() {
            person.tokens(target, "openid");

            Tokens refreshed = other.refresh(rpt.refreshToken());

            assertThatNothingIsIn(refreshed.accessClaims());
            assertThat(Tokens.claims(refreshed.refreshToken()).toString()).doesNotContain("atrium.");
        }

        @Test
        void gives_nothing_of_it_to_userinfo_and_introspection() {
            assertThatNothingIsIn(other.userinfo(rpt.accessToken()).json());
            assertThatNothingIsIn(target.introspect(rpt.accessToken()).json());
            assertThatNothingIsIn(target.introspect(rpt.accessToken(), "requesting_party_token")
                    .json());
        }

        @Test
        void gives_nothing_of_it_to_a_token_that_is_upgraded() {
            Map<String, String> upgrade =
                    new HashMap<>(asking(person.tokens(other, "openid"), target, Map.of("rpt", rpt.accessToken())));

            assertThatNothingIsIn(other.token(upgrade).accessClaims());
        }
    }

    @Nested
    class Given_a_client_with_authorization_that_has_fhir_access_by_default {
        private final App target =
                authorizing(TestClient.of(admin).withDefault("user/*.rs").withDefault("system/*.rs"));

        @Test
        void gives_no_token_to_another_that_the_person_signed_in_to() {
            Tokens own = person.tokens(other, "openid");

            assertThat(other.token(asking(own, target, Map.of())).error()).isEqualTo("invalid_scope");
        }

        @Test
        void gives_none_to_a_service() {
            App service = TestClient.service(admin).app();

            assertThat(service.token(Map.of("grant_type", UMA, "audience", target.clientId()))
                            .error())
                    .isEqualTo("invalid_scope");
        }
    }

    private static void assertThatNothingIsIn(JsonNode place) {
        assertThat(place.has("membership")).as(place.toString()).isFalse();
        assertThat(place.has("project")).as(place.toString()).isFalse();
        assertThat(place.has("profile")).as(place.toString()).isFalse();
        assertThat(place.has("fhirUser")).as(place.toString()).isFalse();
        assertThat(place.path("scope").asText()).doesNotContain("user/").doesNotContain("atrium.");
    }

    private static Map<String, String> asking(Tokens own, App target, Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("grant_type", UMA);
        parameters.put("audience", target.clientId());
        parameters.put("subject_token", own.accessToken());
        return parameters;
    }

    /** Keycloak does not store events of this kind by default. */
    private void keepingEvents(String type, Runnable test) {
        JsonNode before = admin.read("events/config");
        ObjectNode after = before.deepCopy();
        after.withArray("enabledEventTypes").add(type);
        admin.update("events/config", after);
        try {
            test.run();
        } finally {
            admin.update("events/config", before);
        }
    }

    /** Has <i>Authorization</i> on, with a resource that everybody may have. */
    private App authorizing(TestClient client) {
        String path = "clients/" + client.uuid();
        ObjectNode representation = (ObjectNode) admin.read(path);
        representation.put("serviceAccountsEnabled", true).put("authorizationServicesEnabled", true);
        admin.update(path, representation);
        String resource = made(path, "/resource", Admin.JSON.createObjectNode(), "_id");
        ObjectNode policy = Admin.JSON.createObjectNode().put("notBefore", "2020-01-01 00:00:00");
        ObjectNode permission = Admin.JSON.createObjectNode();
        permission.putArray("resources").add(resource);
        permission.putArray("policies").add(made(path, "/policy/time", policy, "id"));
        made(path, "/permission/resource", permission, "id");
        return client.app();
    }

    private String made(String client, String path, ObjectNode what, String id) {
        HttpResponse<String> answer = admin.send(
                "POST",
                client + "/authz/resource-server" + path,
                what.put("name", path).toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Admin.parse(answer.body()).path(id).asText();
    }
}
