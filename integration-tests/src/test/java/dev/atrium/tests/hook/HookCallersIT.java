package dev.atrium.tests.hook;

import static dev.atrium.tests.hook.TestHook.event;
import static dev.atrium.tests.hook.TestHook.outcome;
import static dev.atrium.tests.hook.TestHook.signature;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.Refusal;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call a hook. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class HookCallersIT {
    private static final String HIRED =
            event("hired", "4711", "ann@example.org").toString();
    private static final Refusal UNAUTHORIZED = new Refusal(401, "unauthorized", "");
    private static final String SECRET = "a-secret-of-the-tests";

    private TestRealm realm;

    @BeforeEach
    void a_realm_with_a_project() {
        realm = TestRealm.create();
        realm.project("clinic");
        realm.policy("staff", "user/*.rs");
        realm.policy("doctor", "user/*.cruds");
    }

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_hook_for_signed_calls {
        private TestHook hook;

        @BeforeEach
        void signed() {
            hook = TestHook.of(realm);
        }

        @Test
        void refuses_a_wrong_signature() {
            assertThat(Refusal.of(hook.send("msg_1", now(), "v1,AAAA", HIRED))).isEqualTo(UNAUTHORIZED);
        }

        @Test
        void refuses_a_body_that_was_changed_on_the_way_by_a_single_blank() {
            String signature = signature(hook.secret(), "msg_1", now(), HIRED);
            assertThat(Refusal.of(hook.send("msg_1", now(), signature, HIRED + " ")))
                    .isEqualTo(UNAUTHORIZED);
        }

        @Test
        void refuses_a_signature_for_another_id() {
            String signature = signature(hook.secret(), "msg_1", now(), HIRED);
            assertThat(Refusal.of(hook.send("msg_2", now(), signature, HIRED))).isEqualTo(UNAUTHORIZED);
        }

        @ParameterizedTest
        @ValueSource(longs = {-310, 310})
        void refuses_an_old_call_and_one_from_the_future(long seconds) {
            String then = String.valueOf(Instant.now().plusSeconds(seconds).getEpochSecond());
            assertThat(Refusal.of(hook.send("msg_1", then, HIRED))).isEqualTo(UNAUTHORIZED);
        }

        @ParameterizedTest
        @ValueSource(longs = {-240, 240})
        void takes_one_from_a_clock_that_is_a_bit_off(long seconds) {
            String then = String.valueOf(Instant.now().plusSeconds(seconds).getEpochSecond());
            assertThat(outcome(hook.send("msg_1", then, HIRED))).isEqualTo("created");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "now", "1e9", "-1", "99999999999999999999"})
        void refuses_a_timestamp_that_is_none(String timestamp) {
            assertThat(Refusal.of(hook.send("msg_1", timestamp, HIRED))).isEqualTo(UNAUTHORIZED);
        }

        @Test
        void refuses_a_call_without_signature() {
            Answer answer = Answer.send(HttpRequest.newBuilder(hook.url())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(HIRED))
                    .build());
            assertThat(Refusal.of(answer)).isEqualTo(UNAUTHORIZED);
        }

        @Test
        void refuses_a_token_in_place_of_a_signature() {
            client("hr");
            assertThat(Refusal.of(hook.sendWithToken(token("hr"), HIRED))).isEqualTo(UNAUTHORIZED);
        }

        @Test
        void takes_a_call_signed_with_several_secrets() {
            String at = now();
            String right = signature(hook.secret(), "msg_1", at, HIRED);
            assertThat(outcome(hook.send("msg_1", at, "v1,AAAA v2,BBBB " + right, HIRED)))
                    .isEqualTo("created");
        }

        @Test
        void takes_both_secrets_while_they_are_rotated() {
            String secret =
                    realm.admin().post(hook.path() + "/rotate-secret", "{}").text("secret");
            assertThat(outcome(hook.send("msg_1", HIRED))).isEqualTo("created");
            assertThat(outcome(with(secret).send("msg_2", HIRED))).isEqualTo("unchanged");
        }

        @Test
        void takes_only_the_new_secret_afterwards() {
            String secret = realm.admin()
                    .post(hook.path() + "/rotate-secret", "{\"previousSecretHours\":0}")
                    .text("secret");
            assertThat(Refusal.of(hook.send("msg_1", HIRED))).isEqualTo(UNAUTHORIZED);
            assertThat(outcome(with(secret).send("msg_2", HIRED))).isEqualTo("created");
        }

        @Test
        void refuses_calls_to_another_hook() {
            TestHook other = TestHook.of(realm);
            TestHook mixed = new TestHook(realm, other.id(), other.url(), hook.secret());
            assertThat(Refusal.of(mixed.send("msg_1", HIRED))).isEqualTo(UNAUTHORIZED);
        }

        @Test
        void does_not_let_strangers_fill_the_log() {
            for (int i = 0; i < 20; i++) {
                hook.send("msg_" + i, now(), "v1,AAAA", HIRED);
            }
            assertThat(hook.calls().size()).isBetween(1, 5);
        }

        private TestHook with(String secret) {
            return new TestHook(realm, hook.id(), hook.url(), secret);
        }
    }

    @Nested
    class Given_a_hook_for_calls_with_a_token {
        private TestHook hook;
        private String client;

        @BeforeEach
        void of_a_client() {
            client = client("hr");
            hook = TestHook.of(realm, TestHook.body().put("auth", "token").put("client", "hr"));
        }

        @Test
        void takes_a_token_of_its_client_that_is_meant_for_hooks() {
            audience(client, "atrium-hooks");
            assertThat(outcome(hook.sendWithToken(token("hr"), HIRED))).isEqualTo("created");
        }

        @Test
        void refuses_a_token_that_is_meant_for_something_else() {
            audience(client, "https://fhir.example.org");
            assertThat(Refusal.of(hook.sendWithToken(token("hr"), HIRED))).isEqualTo(UNAUTHORIZED);
        }

        @Test
        void refuses_a_token_of_another_client() {
            audience(client("other"), "atrium-hooks");
            assertThat(Refusal.of(hook.sendWithToken(token("other"), HIRED))).isEqualTo(UNAUTHORIZED);
        }

        @Test
        void refuses_the_token_of_a_person_at_its_client() {
            audience(client, "atrium-hooks");
            realm.user("ann");
            Answer answer = tokenRequest("hr", "grant_type=password&username=ann&password=" + Admin.PASSWORD);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(Refusal.of(hook.sendWithToken(answer.text("access_token"), HIRED)))
                    .isEqualTo(UNAUTHORIZED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"none", "a.b.c", "eyJhbGciOiJub25lIn0.eyJhdWQiOiJhdHJpdW0taG9va3MifQ."})
        void refuses_what_is_no_token(String token) {
            assertThat(Refusal.of(hook.sendWithToken(token, HIRED))).isEqualTo(UNAUTHORIZED);
        }

        @Test
        void refuses_a_call_without_one() {
            assertThat(Refusal.of(
                            new TestHook(realm, hook.id(), hook.url(), "whsec_" + "A".repeat(32)).send("msg_1", HIRED)))
                    .isEqualTo(UNAUTHORIZED);
        }

        @Test
        void needs_an_id_in_a_header_or_where_the_hook_finds_it() {
            audience(client, "atrium-hooks");
            Answer without = call(HIRED);
            assertThat(Refusal.of(without)).isEqualTo(new Refusal(422, "event_not_understood", "id"));
            ObjectNode body = TestHook.body().put("auth", "token").put("client", "hr");
            ((ObjectNode) body.path("mapping")).put("id", "/eventId");
            hook = TestHook.of(realm, body);
            String event =
                    ((ObjectNode) Admin.parse(HIRED)).put("eventId", "e-1").toString();
            assertThat(outcome(call(event))).isEqualTo("created");
            assertThat(call(event).response().headers().firstValue("Atrium-Repeat"))
                    .contains("true");
        }

        private Answer call(String event) {
            return Answer.send(HttpRequest.newBuilder(hook.url())
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + token("hr"))
                    .POST(BodyPublishers.ofString(event))
                    .build());
        }
    }

    @Nested
    class Given_a_call_that_is_no_good {
        private TestHook hook;

        @BeforeEach
        void signed() {
            hook = TestHook.of(realm);
        }

        @Test
        void refuses_one_to_nowhere() {
            TestHook nowhere = new TestHook(realm, "none", hook.url().resolve("none"), hook.secret());
            assertThat(Refusal.of(nowhere.send("msg_1", HIRED))).isEqualTo(new Refusal(404, "not_found", ""));
        }

        @Test
        void refuses_one_to_a_hook_that_is_off() {
            assertThat(realm.admin()
                            .put(hook.path(), TestHook.body().put("active", false))
                            .status())
                    .isEqualTo(200);
            assertThat(Refusal.of(hook.send("msg_1", HIRED))).isEqualTo(new Refusal(409, "hook_off", ""));
        }

        @Test
        void refuses_more_than_a_megabyte() {
            String large = "{\"event\":\"" + "x".repeat(1024 * 1024) + "\"}";
            assertThat(Refusal.of(hook.send("msg_1", large))).isEqualTo(new Refusal(413, "body_too_large", ""));
        }

        @Test
        void takes_almost_a_megabyte() {
            String large = "{\"event\":\"" + "x".repeat(1024 * 1024 - 20) + "\"}";
            assertThat(outcome(hook.send("msg_1", large))).isEqualTo("ignored");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "[]", "\"text\"", "{", "{\"a\":1,\"a\":2}", "{}{}"})
        void refuses_what_is_no_json_object(String body) {
            assertThat(Refusal.of(hook.send("msg_1", body))).isEqualTo(new Refusal(400, "invalid_json", ""));
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "nonsense"})
        void refuses_another_type(String type) {
            Answer answer = Answer.send(HttpRequest.newBuilder(hook.url())
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString(HIRED))
                    .build());
            assertThat(Refusal.of(answer)).isEqualTo(new Refusal(415, "unsupported_media_type", ""));
        }

        @Test
        void finds_no_hook_of_a_project_that_is_gone() {
            String project = realm.admin().list("organizations", "id").get(0);
            realm.admin().delete("organizations/" + project);
            assertThat(Refusal.of(hook.send("msg_1", HIRED))).isEqualTo(new Refusal(404, "not_found", ""));
        }
    }

    private static String now() {
        return String.valueOf(Instant.now().minus(Duration.ofSeconds(1)).getEpochSecond());
    }

    /** A client of this realm that can act for itself, and for people who tell it their password. */
    private String client(String clientId) {
        ObjectNode body = Admin.JSON
                .createObjectNode()
                .put("clientId", clientId)
                .put("secret", SECRET)
                .put("serviceAccountsEnabled", true)
                .put("directAccessGrantsEnabled", true)
                .put("fullScopeAllowed", false);
        return realm.admin().create("clients", body);
    }

    private void audience(String client, String audience) {
        ObjectNode mapper = Admin.JSON
                .createObjectNode()
                .put("name", "audience")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-audience-mapper");
        mapper.putObject("config").put("included.custom.audience", audience).put("access.token.claim", "true");
        realm.admin().create("clients/" + client + "/protocol-mappers/models", mapper);
    }

    private String token(String clientId) {
        Answer answer = tokenRequest(clientId, "grant_type=client_credentials");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.text("access_token");
    }

    private Answer tokenRequest(String clientId, String form) {
        return Answer.send(HttpRequest.newBuilder(
                        AtriumServer.baseUrl().resolve("/realms/" + realm.name() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&client_id=" + clientId + "&client_secret=" + SECRET))
                .build());
    }
}
