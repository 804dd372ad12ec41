package dev.atrium.tests.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What belonged to an organization that was deleted is not another one's that has its alias. */
@ExtendWith(AtriumServer.class)
class ReusedAliasIT {
    private static final String TEMPLATE = "atrium/projects/clinic/mail-templates/welcome/en";

    private TestRealm realm;
    private AdminRest admin;
    private String webhook;
    private String hook;

    @BeforeEach
    void a_project_with_everything() {
        realm = TestRealm.create();
        admin = realm.admin();
        realm.project("clinic");
        realm.project("hospital");
        realm.policy("staff", "user/*.rs");
        webhook = admin.post("atrium/webhooks", subscription("clinic")).text("id");
        hook = admin.post("atrium/hooks", hook("clinic")).text("id");
        assertThat(admin.put(TEMPLATE, template()).status()).isEqualTo(200);
    }

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_the_project_deleted_and_another_made_with_its_alias {
        private String other;

        @BeforeEach
        void another() {
            assertThat(admin.delete("organizations/" + realm.projectId("clinic"))
                            .status())
                    .isEqualTo(204);
            other = realm.project("clinic");
        }

        @Test
        void its_subscriptions_went_with_it() {
            assertThat(admin.get("atrium/webhooks/" + webhook).status()).isEqualTo(404);
            assertThat(admin.read("atrium/webhooks")).isEmpty();
            assertThat(exported()).doesNotContain(webhook, "WebhookProvider");
        }

        @Test
        void its_hooks_went_with_it() {
            assertThat(admin.get("atrium/hooks/" + hook).status()).isEqualTo(404);
            assertThat(admin.read("atrium/hooks")).isEmpty();
            assertThat(exported()).doesNotContain(hook, "HookProvider");
        }

        @Test
        void its_templates_went_with_it() {
            assertThat(admin.get(TEMPLATE).status()).isEqualTo(404);
        }

        @Test
        void the_entry_of_the_vault_that_has_the_alias_is_not_the_new_ones() {
            ObjectNode organization = (ObjectNode) admin.read("organizations/" + other);
            ObjectNode attributes = organization.putObject("attributes");
            attributes.putArray("atrium.smtp.host").add("mail.example.org");
            attributes.putArray("atrium.smtp.from").add("mail@example.org");
            attributes.putArray("atrium.smtp.user").add("clinic");
            attributes.putArray("atrium.smtp.password").add("${vault.atrium-smtp-clinic}");
            admin.put("organizations/" + other, organization);

            JsonNode problem = admin.read("atrium/projects/clinic/mail-sender")
                    .path("problems")
                    .path(0);

            assertThat(problem.path("setting").asText()).isEqualTo("atrium.smtp.password");
            assertThat(problem.path("message").asText()).contains("${vault.atrium-smtp-" + other + "}");
        }

        private String exported() {
            return admin.post("partial-export").body();
        }
    }

    @Nested
    class Given_another_project_that_is_deleted {
        @Test
        void what_belongs_to_the_first_stays() {
            admin.post("atrium/webhooks", subscription("hospital"));
            admin.delete("organizations/" + realm.projectId("hospital"));

            assertThat(admin.list("atrium/webhooks", "id")).containsExactly(webhook);
            assertThat(admin.list("atrium/hooks", "id")).containsExactly(hook);
            assertThat(admin.get(TEMPLATE).status()).isEqualTo(200);
        }
    }

    @Nested
    class Given_the_alias_or_the_id_in_a_request {
        @Test
        void both_name_the_project_and_the_alias_is_shown() {
            Answer byId = admin.post("atrium/webhooks", subscription(realm.projectId("clinic")));

            assertThat(byId.text("project")).isEqualTo("clinic");
            assertThat(admin.read("atrium/webhooks/" + webhook).path("project").asText())
                    .isEqualTo("clinic");
            assertThat(admin.read("atrium/hooks/" + hook).path("project").asText())
                    .isEqualTo("clinic");
        }
    }

    static ObjectNode subscription(String project) {
        ObjectNode body = Admin.JSON
                .createObjectNode()
                .put("url", "https://hooks.example.org/")
                .put("project", project);
        body.putArray("events").add("membership.*");
        return body;
    }

    static ObjectNode hook(String project) {
        ObjectNode body = Admin.JSON.createObjectNode().put("name", "HR").put("project", project);
        body.putArray("policies").add("staff");
        body.set("mapping", Admin.parse("""
                {"type": "/event", "actions": {"left": "deactivate"}, "fields": {"externalId": "/number"}}
                """));
        return body;
    }

    private static ObjectNode template() {
        return Admin.JSON.createObjectNode().put("subject", "Welcome").put("text", "Welcome to the clinic");
    }
}
