package dev.atrium.tests.hook;

import static dev.atrium.tests.hook.TestHook.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.docs.Example;
import dev.atrium.tests.docs.Shell;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The examples of {@code docs/webhooks-in.md} do what the page says. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class HookDocsIT {
    private static final String PAGE = "webhooks-in.md";

    private TestRealm realm;

    @BeforeEach
    void a_realm_as_the_page_has_it() {
        realm = TestRealm.create();
        realm.project("riverside");
        realm.policy("clinician", "user/*.cruds");
        realm.policy("patient-self", "patient/*.rs");
        ObjectNode client = Admin.JSON
                .createObjectNode()
                .put("clientId", "okta")
                .put("secret", "a-secret-of-the-tests")
                .put("serviceAccountsEnabled", true);
        realm.admin().create("clients", client);
    }

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_the_HR_system {
        private final ObjectNode event = example("json event hr");

        @Test
        void its_event_makes_a_member() {
            TestHook hook = TestHook.of(realm, example("json hook hr"));
            assertThat(outcome(hook.dryRun(event))).isEqualTo("created");
            assertThat(outcome(hook.send(event))).isEqualTo("created");
            assertThat(hook.memberships().path(0).path("profile").asText()).isEqualTo("Practitioner/4711");
            assertThat(hook.memberships().path(0).path("policy").asText()).isEqualTo("clinician");
        }
    }

    @Nested
    class Given_its_commands {
        @TempDir
        Path directory;

        @BeforeEach
        void the_files() throws IOException {
            Files.writeString(directory.resolve("hook.json"), Example.of(PAGE, "json hook hr"));
            Files.writeString(directory.resolve("event.json"), Example.of(PAGE, "json event hr"));
        }

        @Test
        void make_a_hook_try_it_and_show_its_calls() {
            JsonNode made = json(type(Example.beginning(PAGE, "curl \"$API/hooks\"")));
            TestHook hook = new TestHook(
                    realm,
                    made.path("id").asText(),
                    URI.create(made.path("url").asText()),
                    made.path("secret").asText());
            String id = "ID=" + hook.id();

            assertThat(json(type(id, Example.beginning(PAGE, "curl \"$API/hooks/$ID/dry-run\""))))
                    .isEqualTo(example("json answer"));
            assertThat(outcome(hook.send(example("json event hr")))).isEqualTo("created");
            assertThat(type(id, Example.beginning(PAGE, "kcadm.sh get atrium/hooks/$ID/calls")))
                    .contains("created");
        }

        private String type(String... blocks) {
            return new Shell(directory, realm).types(Example.toSignIn() + "\n" + String.join("\n", blocks));
        }

        /** What a command printed as JSON, without what curl says of its progress. */
        private static JsonNode json(String printed) {
            return Admin.parse(printed.substring(printed.indexOf('{'), printed.lastIndexOf('}') + 1));
        }
    }

    @Nested
    class Given_Okta {
        @Test
        void one_of_its_events_makes_a_member_and_the_other_is_ignored() {
            TestHook hook = TestHook.of(realm, example("json hook okta"));
            Answer answer = hook.dryRun(example("json event okta"));
            assertThat(answer.json().path("results").findValuesAsText("outcome"))
                    .containsExactly("created", "ignored");
        }
    }

    private static ObjectNode example(String words) {
        return (ObjectNode) Admin.parse(Example.of(PAGE, words));
    }
}
