package dev.atrium.tests;

import static dev.atrium.tests.admin.TestRealm.membershipBody;
import static dev.atrium.tests.admin.TestRealm.policyBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.Refusal;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the admin REST says of requests that are wrong; nothing of them is kept. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class AdminRestErrorsIT {
    private static final String MEMBERSHIPS = "atrium/memberships";
    private static final String POLICIES = "atrium/policies";

    private TestRealm realm;
    private AdminRest admin;
    private String membership;

    @BeforeAll
    void a_realm_with_one_membership() {
        realm = TestRealm.populated();
        admin = realm.admin();
        realm.policy("other", "user/*.rs");
        membership = MEMBERSHIPS + "/" + realm.membership(membershipBody("clinic", "ann", "Patient/ann", "reader"));
    }

    @AfterAll
    void nothing_was_added() {
        assertThat(admin.read(MEMBERSHIPS + "/count").asInt()).isEqualTo(1);
        assertThat(admin.read(POLICIES + "/count").asInt()).isEqualTo(2);
        realm.close();
    }

    @Nested
    class Given_a_body_that_is_no_json_object {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "{",
                    "[]",
                    "null",
                    "\"text\"",
                    "{} {}",
                    "{\"a\":1,\"a\":2}",
                    "{'name':'single quotes'}",
                    "name=reader",
                    "<policy/>",
                    "\u0000",
                    "{\"name\":\"raw \u0000\"}",
                    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
                })
        void is_told_so(String body) {
            Refusal refusal = new Refusal(400, "invalid_json", "");

            assertThat(Refusal.of(admin.post(MEMBERSHIPS, body))).isEqualTo(refusal);
            assertThat(Refusal.of(admin.post(POLICIES, body))).isEqualTo(refusal);
        }

        @Test
        void is_told_so_when_it_is_not_utf8() {
            Answer answer = admin.send(
                    "POST", POLICIES, "application/json", BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xC3, '"'
                    }));

            assertThat(Refusal.of(answer)).isEqualTo(new Refusal(400, "invalid_json", ""));
        }

        @Test
        void is_told_so_when_a_change_has_none() {
            assertThat(Refusal.of(admin.send("PUT", membership, "application/json", BodyPublishers.noBody())))
                    .isEqualTo(new Refusal(400, "invalid_json", ""));
        }
    }

    @Nested
    class Given_a_content_type_that_is_not_json {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "text/plain",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data",
                    "multipart/form-data; boundary=x",
                    "application/json; charset=iso-8859-1",
                    "application/merge-patch+json",
                    "text/html",
                    "nonsense",
                    "/",
                    "*/*",
                    "application/json, text/plain"
                })
        void is_told_so(String contentType) {
            Refusal refusal = new Refusal(415, "unsupported_media_type", "");

            assertThat(Refusal.of(post(contentType))).isEqualTo(refusal);
            assertThat(Refusal.of(admin.send("PUT", membership, contentType, BodyPublishers.ofString("a=b"))))
                    .isEqualTo(refusal);
        }

        @ParameterizedTest
        @ValueSource(strings = {"application/json; charset=utf-8", "APPLICATION/JSON;charset=\"UTF-8\""})
        void is_read_when_it_is_json_written_otherwise(String contentType) {
            assertThat(Refusal.of(post(contentType))).isEqualTo(new Refusal(400, "invalid_field", "name"));
        }

        private Answer post(String contentType) {
            return admin.send("POST", POLICIES, contentType, BodyPublishers.ofString("{}"));
        }
    }

    @Nested
    class Given_a_body_above_1_MB {
        @Test
        void is_refused() {
            String body = policyBody("x".repeat(1024 * 1024)).toString();

            assertThat(Refusal.of(admin.post(POLICIES, body))).isEqualTo(new Refusal(413, "body_too_large", ""));
        }

        @Test
        void is_read_when_it_is_just_below() {
            String body = policyBody("x".repeat(1024 * 1024 - 100)).toString();

            assertThat(Refusal.of(admin.post(POLICIES, body))).isEqualTo(new Refusal(400, "invalid_field", "name"));
        }
    }

    @Nested
    class Given_a_new_membership {
        @ParameterizedTest
        @ValueSource(strings = {"project", "user", "profile", "policy"})
        void needs(String property) {
            ObjectNode body = membershipBody("clinic", "ben", "Patient/ben", "reader");
            body.remove(property);

            assertThat(refusal(body)).isEqualTo(invalid(property));
            assertThat(refusal(body.putNull(property))).isEqualTo(invalid(property));
            assertThat(refusal(body.put(property, ""))).isEqualTo(invalid(property));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "project   | \"nowhere\"",
                    "project   | \"a\\u0000b\"",
                    "project   | \" \"",
                    "project   | {}",
                    "projectId | \"clinic\"",
                    "user      | \"nobody\"",
                    "user      | \"f:x\"",
                    "user      | \"f:x:y\"",
                    "user      | [\"ann\"]",
                    "user      | true",
                    "userId    | \"ben\"",
                    "policy    | \"none\"",
                    "policyId  | \"reader\"",
                    "profile   | \"Practitioner\"",
                    "profile   | \"Observation/1\"",
                    "profile   | \"Practitioner/\"",
                    "profile   | \"Practitioner/1/_history/1\"",
                    "profile   | \"http://elsewhere.example/Practitioner/1\"",
                    "profile   | \"practitioner/1\"",
                    "profile   | \"Practitioner/ä\"",
                    "profile   | \"Patient/aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff12345\"",
                    "label     | \"\\ud800\"",
                    "label     | \"\\udc00\\ud800\"",
                    "label     | \"\\u0000\"",
                    "label     | \"two\\nlines\"",
                    "label     | 1.5",
                    "externalId| \"\\u0007\"",
                    "externalId| {\"a\":1}",
                    "invitedBy | \"nobody\"",
                    "admin     | \"yes\"",
                    "admin     | 1",
                    "active    | []",
                    "active    | \"TRUE\"",
                    "id        | \"my-own\"",
                    "created   | \"2026-01-01T00:00:00Z\"",
                    "created   | \"yesterday\"",
                    "lastUsed  | \"2026-01-01T00:00:00Z\""
                })
        void does_not_take(String property, String json) {
            String body = membershipBody("clinic", "ben", "Patient/ben", "reader")
                    .without(property)
                    .toString();
            String wrong = body.replaceFirst("}$", ",") + "\"" + property + "\":" + json + "}";

            assertThat(Refusal.of(admin.post(MEMBERSHIPS, wrong))).isEqualTo(invalid(property));
        }

        @ParameterizedTest
        @ValueSource(strings = {"label", "externalId", "project", "user", "policy", "profile"})
        void does_not_take_a_text_above_255_characters_as(String property) {
            ObjectNode body = membershipBody("clinic", "ben", "Patient/ben", "reader");

            assertThat(refusal(body.put(property, "x".repeat(256)))).isEqualTo(invalid(property));
        }

        @ParameterizedTest
        @ValueSource(strings = {"realm", "Project", "username", "__proto__", "scopes"})
        void has_no_property(String property) {
            ObjectNode body = membershipBody("clinic", "ben", "Patient/ben", "reader");

            assertThat(refusal(body.put(property, "x"))).isEqualTo(new Refusal(400, "unknown_field", property));
        }

        @Test
        void does_not_take_two_references_that_disagree() {
            String hospital = admin.list("organizations?search=hospital", "id").get(0);
            ObjectNode body = membershipBody("clinic", "ben", "Patient/ben", "reader");

            assertThat(refusal(body.put("projectId", hospital))).isEqualTo(invalid("project"));
        }

        private Refusal refusal(ObjectNode body) {
            return Refusal.of(admin.post(MEMBERSHIPS, body));
        }
    }

    @Nested
    class Given_a_changed_membership {
        private final ObjectNode stored = (ObjectNode) admin.read(membership);

        @ParameterizedTest
        @ValueSource(strings = {"profile", "admin", "active"})
        void needs(String property) {
            stored.remove(property);

            assertThat(Refusal.of(admin.put(membership, stored))).isEqualTo(invalid(property));
        }

        @Test
        void needs_its_policy() {
            stored.remove("policy");
            stored.remove("policyId");

            assertThat(Refusal.of(admin.put(membership, stored))).isEqualTo(invalid("policy"));
        }

        @ParameterizedTest
        @CsvSource({
            "user, ben",
            "project, hospital",
            "userId, x",
            "projectId, x",
            "id, x",
            "created, 2026-01-01T00:00:00Z",
            "lastUsed, 2026-01-01T00:00:00Z"
        })
        void stays_with(String property, String other) {
            assertThat(Refusal.of(admin.put(membership, stored.put(property, other))))
                    .isEqualTo(invalid(property));
        }
    }

    @Nested
    class Given_a_policy {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "openid",
                    "launch/patient",
                    "user/*.sr",
                    "user/Nothing.rs",
                    "user/*.rs patient/*.rs",
                    "",
                    " ",
                    "patient/*.rs\u0000",
                    "user/Observation.rs?"
                })
        void does_not_take_the_scope(String scope) {
            assertThat(Refusal.of(admin.post(POLICIES, policyBody("wrong", scope))))
                    .isEqualTo(invalid("scopes"));
        }

        @Test
        void does_not_take_scopes_that_are_no_array_of_texts() {
            assertThat(refusal("{\"name\":\"wrong\",\"scopes\":\"user/*.rs\"}")).isEqualTo(invalid("scopes"));
            assertThat(refusal("{\"name\":\"wrong\",\"scopes\":[1]}")).isEqualTo(invalid("scopes"));
            assertThat(refusal("{\"name\":\"wrong\",\"scopes\":{}}")).isEqualTo(invalid("scopes"));
            assertThat(refusal("{\"name\":\"wrong\"}")).isEqualTo(invalid("scopes"));
        }

        @Test
        void does_not_take_more_than_1000_scopes() {
            String[] scopes = IntStream.rangeClosed(0, 1000)
                    .mapToObj(i -> "user/Patient.rs?_id=" + i)
                    .toArray(String[]::new);

            assertThat(Refusal.of(admin.post(POLICIES, policyBody("wrong", scopes))))
                    .isEqualTo(invalid("scopes"));
        }

        @Test
        void does_not_take_a_name_or_description_that_is_too_long_or_unprintable() {
            assertThat(refusal("{\"scopes\":[]}")).isEqualTo(invalid("name"));
            assertThat(Refusal.of(admin.post(POLICIES, policyBody("x".repeat(101)))))
                    .isEqualTo(invalid("name"));
            assertThat(refusal("{\"name\":\"\\ud83d\",\"scopes\":[]}")).isEqualTo(invalid("name"));
            assertThat(Refusal.of(admin.post(POLICIES, policyBody("wrong").put("description", "x".repeat(1001)))))
                    .isEqualTo(invalid("description"));
            assertThat(refusal("{\"name\":\"wrong\",\"description\":\"\\u0000\",\"scopes\":[]}"))
                    .isEqualTo(invalid("description"));
        }

        @Test
        void has_no_property_but_its_own() {
            assertThat(Refusal.of(admin.post(POLICIES, policyBody("wrong").put("ipRules", "x"))))
                    .isEqualTo(new Refusal(400, "unknown_field", "ipRules"));
        }

        private Refusal refusal(String body) {
            return Refusal.of(admin.post(POLICIES, body));
        }
    }

    private static Refusal invalid(String property) {
        return new Refusal(400, "invalid_field", property);
    }
}
