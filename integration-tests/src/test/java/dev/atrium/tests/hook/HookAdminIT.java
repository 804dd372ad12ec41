package dev.atrium.tests.hook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.Refusal;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hooks by the admin REST. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class HookAdminIT {
    private TestRealm realm;
    private AdminRest admin;

    @BeforeEach
    void a_realm_with_a_project() {
        realm = TestRealm.create();
        admin = realm.admin();
        realm.project("clinic");
        realm.policy("staff", "user/*.rs");
        realm.policy("doctor", "user/*.cruds");
    }

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_hook {
        @Test
        void is_read_as_it_was_written() {
            TestHook hook = TestHook.of(realm);
            JsonNode read = admin.read(hook.path());
            assertThat(read.path("name").asText()).isEqualTo("HR");
            assertThat(read.path("auth").asText()).isEqualTo("signature");
            assertThat(read.path("project").asText()).isEqualTo("clinic");
            assertThat(read.path("policies")).hasSize(2);
            assertThat(read.path("mapping")).isEqualTo(Admin.parse(TestHook.MAPPING));
            assertThat(read.path("url").asText()).endsWith("/realms/" + realm.name() + "/" + hook.path());
        }

        @Test
        void takes_back_what_it_gave() {
            TestHook hook = TestHook.of(realm);
            ObjectNode body = ((ObjectNode) admin.read(hook.path())).put("name", "Payroll");
            Answer answer = admin.put(hook.path(), body);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(admin.list("atrium/hooks", "name")).containsExactly("Payroll");
        }

        @Test
        void shows_its_secret_once_and_never_again() {
            TestHook hook = TestHook.of(realm);
            assertThat(hook.secret()).startsWith("whsec_");
            assertThat(admin.get(hook.path()).body()).doesNotContain(hook.secret());
            assertThat(admin.get("components").body()).doesNotContain(hook.secret(), hook.id());
            assertThat(admin.post("partial-export").body())
                    .contains(TestHook.COMPONENT_TYPE)
                    .doesNotContain("whsec_");
        }

        @Test
        void travels_with_its_realm() {
            TestHook.of(realm);
            try (TestRealm copy =
                    TestRealm.imported(admin.post("partial-export").json())) {
                JsonNode hook = copy.admin().read("atrium/hooks").path(0);
                assertThat(hook.path("mapping")).isEqualTo(Admin.parse(TestHook.MAPPING));
            }
        }
    }

    @Nested
    class Given_a_request_that_cannot_be_done {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        name     | ""                                | invalid_field | name
                        project  | "none"                            | invalid_field | project
                        policies | []                                | invalid_field | policies
                        policies | ["none"]                          | invalid_field | policies
                        auth     | "basic"                           | invalid_field | auth
                        auth     | "token"                           | invalid_field | client
                        client   | "none"                            | invalid_field | client
                        secret   | "guess"                           | invalid_field | secret
                        id       | "mine"                            | invalid_field | id
                        admin    | true                              | unknown_field | admin
                        mapping  | "text"                            | invalid_field | mapping
                        mapping  | {"actions":{"a":"create"},"fields":{}}                               | invalid_field | type
                        mapping  | {"type":"event","actions":{"a":"create"},"fields":{}}                | invalid_field | type
                        mapping  | {"type":"/t","fields":{}}                                            | invalid_field | actions
                        mapping  | {"type":"/t","actions":{},"fields":{}}                               | invalid_field | actions
                        mapping  | {"type":"/t","actions":{"a":"drop"},"fields":{}}                     | invalid_field | actions
                        mapping  | {"type":"/t","actions":{"a":"create"},"fields":{"admin":"/a"}}       | invalid_field | fields
                        mapping  | {"type":"/t","actions":{"a":"create"},"fields":{"email":"mail"}}     | invalid_field | fields
                        mapping  | {"type":"/t","actions":{"a":"create"},"fields":{"email":{}}}         | invalid_field | fields
                        mapping  | {"type":"/t","actions":{"a":"create"},"fields":{"email":{"value":"a","from":"/b"}}} | invalid_field | fields
                        mapping  | {"type":"/t","actions":{"a":"create"},"fields":{},"script":"x"}      | unknown_field | script
                        """)
        void says_what_is_wrong(String field, String value, String error, String named) {
            ObjectNode body = TestHook.body();
            body.set(field, Admin.parse(value));
            assertThat(Refusal.of(admin.post("atrium/hooks", body))).isEqualTo(new Refusal(400, error, named));
        }
    }

    @Nested
    class Given_administrators {
        @ParameterizedTest
        @ValueSource(strings = {"manage-realm", "manage-users", "manage-organizations"})
        void none_makes_a_hook_who_could_not_do_all_that_it_does(String role) {
            AdminRest other = realm.adminWith(role, "view-realm");
            assertThat(Refusal.of(other.post("atrium/hooks", TestHook.body())))
                    .isEqualTo(new Refusal(403, "forbidden", ""));
        }

        @Test
        void those_who_may_do_all_of_it_make_one() {
            AdminRest other = realm.adminWith("manage-realm", "manage-users", "manage-organizations");
            assertThat(other.post("atrium/hooks", TestHook.body()).status()).isEqualTo(201);
        }

        @Test
        void those_who_manage_the_realm_make_none_as_a_component_of_keycloaks() {
            AdminRest manager = realm.adminWith("manage-realm");
            assertThat(manager.post("components", component()).status()).isEqualTo(403);
            assertThat(admin.list("atrium/hooks", "id")).isEmpty();
        }

        @Test
        void those_who_manage_the_realm_change_and_delete_none_as_a_component_of_keycloaks() {
            TestHook hook = TestHook.of(realm);
            AdminRest manager = realm.adminWith("manage-realm");
            assertThat(manager.put("components/" + hook.id(), component()).status())
                    .isEqualTo(403);
            assertThat(manager.delete("components/" + hook.id()).status()).isEqualTo(403);
            assertThat(TestHook.outcome(hook.send(TestHook.event("hired", "4711", "ann@example.org"))))
                    .isEqualTo("created");
        }

        private static ObjectNode component() {
            ObjectNode component = Admin.JSON
                    .createObjectNode()
                    .put("name", "Mine")
                    .put("providerId", "hook")
                    .put("providerType", TestHook.COMPONENT_TYPE);
            ObjectNode config = component.putObject("config");
            config.putArray("project").add("clinic");
            config.putArray("policies").add("[\"staff\"]");
            config.putArray("mapping").add(Admin.parse(TestHook.MAPPING).toString());
            config.putArray("secret").add("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
            return component;
        }

        @Test
        void those_who_view_the_realm_see_hooks_and_try_none() {
            TestHook hook = TestHook.of(realm);
            AdminRest viewer = realm.adminWith("view-realm");
            assertThat(viewer.list("atrium/hooks", "id")).containsExactly(hook.id());
            assertThat(viewer.get(hook.path() + "/calls").status()).isEqualTo(200);
            assertThat(viewer.post(hook.path() + "/dry-run", "{}").status()).isEqualTo(403);
            assertThat(viewer.delete(hook.path()).status()).isEqualTo(403);
        }
    }
}
