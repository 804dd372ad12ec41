package dev.atrium.tests.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Subscriptions and hooks of a realm file find their project, which Keycloak imports after them. */
@ExtendWith(AtriumServer.class)
class ImportedProjectIT {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Nested
    class Given_a_realm_file_of_an_earlier_version_that_names_the_alias {
        @Test
        void they_are_the_projects_that_has_it_and_go_with_it() {
            try (TestRealm realm = TestRealm.imported(file(true))) {
                AdminRest admin = realm.admin();
                assertThat(admin.list("atrium/webhooks", "project")).containsExactly("clinic");
                assertThat(admin.list("atrium/webhooks", "active")).containsExactly("true");
                assertThat(admin.list("atrium/hooks", "project")).containsExactly("clinic");

                admin.delete("organizations/" + realm.projectId("clinic"));

                assertThat(admin.read("atrium/webhooks")).isEmpty();
                assertThat(admin.read("atrium/hooks")).isEmpty();
            }
        }
    }

    @Nested
    class Given_a_realm_file_with_the_id_that_the_project_had_elsewhere {
        @Test
        void they_are_the_projects_that_has_the_alias() {
            ObjectNode file = file(true);
            configs(file).forEach(config -> config.putArray("project-id").add("another-server"));
            try (TestRealm realm = TestRealm.imported(file)) {
                AdminRest admin = realm.admin();

                admin.delete("organizations/" + realm.projectId("clinic"));

                assertThat(admin.read("atrium/webhooks")).isEmpty();
                assertThat(admin.read("atrium/hooks")).isEmpty();
            }
        }
    }

    @Nested
    class Given_a_realm_file_without_the_project {
        @Test
        void they_are_off_and_no_later_projects() {
            try (TestRealm realm = TestRealm.imported(file(false))) {
                AdminRest admin = realm.admin();
                realm.project("clinic");

                JsonNode webhook = admin.read("atrium/webhooks").path(0);
                assertThat(webhook.path("active").asBoolean()).isFalse();
                assertThat(webhook.path("switchedOff").asText()).contains("project");
                assertThat(admin.list("atrium/hooks", "active")).containsExactly("false");

                admin.delete("organizations/" + realm.projectId("clinic"));

                assertThat(admin.read("atrium/webhooks")).hasSize(1);
                assertThat(admin.read("atrium/hooks")).hasSize(1);
            }
        }

        @Test
        void they_are_a_projects_again_once_an_administrator_says_so() {
            try (TestRealm realm = TestRealm.imported(file(false))) {
                AdminRest admin = realm.admin();
                realm.project("clinic");
                ObjectNode webhook = (ObjectNode) admin.read("atrium/webhooks").path(0);

                admin.put("atrium/webhooks/" + webhook.path("id").asText(), webhook.put("active", true));
                admin.delete("organizations/" + realm.projectId("clinic"));

                assertThat(admin.read("atrium/webhooks")).isEmpty();
            }
        }
    }

    private static ObjectNode file(boolean withProject) {
        ObjectNode file = Admin.JSON
                .createObjectNode()
                .put("realm", "any")
                .put("enabled", true)
                .put("organizationsEnabled", true);
        if (withProject) {
            ObjectNode clinic = file.putArray("organizations").addObject();
            clinic.put("name", "Clinic").put("alias", "clinic").put("enabled", true);
            clinic.putArray("domains").addObject().put("name", "clinic.example");
        }
        ObjectNode components = file.putObject("components");
        ObjectNode webhook = component(components, "dev.atrium.support.webhook.WebhookProvider", "subscription");
        webhook.putArray("url").add("https://hooks.example.org/");
        webhook.putArray("events").add("membership.*");
        ObjectNode hook = component(components, "dev.atrium.rest.hook.HookProvider", "hook");
        hook.putArray("policies").add("[\"staff\"]");
        hook.putArray("mapping")
                .add(ReusedAliasIT.hook("clinic").path("mapping").toString());
        return file;
    }

    private static ObjectNode component(ObjectNode components, String type, String provider) {
        ObjectNode component = components.putArray(type).addObject();
        component.put("name", provider).put("providerId", provider);
        ObjectNode config = component.putObject("config");
        config.putArray("project").add("clinic");
        config.putArray("secret").add(SECRET);
        config.putArray("active").add("true");
        return config;
    }

    private static List<ObjectNode> configs(ObjectNode file) {
        return file.findValues("config").stream().map(ObjectNode.class::cast).toList();
    }
}
