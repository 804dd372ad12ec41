package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mail can be switched off and on: by the call, the client, the project, the realm. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class MailSwitchesIT {
    private final Correspondence realm = new Correspondence();

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_realm_that_sends_none {
        @ParameterizedTest
        @ValueSource(strings = {"welcome", "project-added", "security-notice"})
        void by_an_attribute(String mail) {
            realmSays(mail, "off");
            assertThat(subjectsOfAll()).hasSize(2).doesNotContain(subjectOf(mail));
        }

        @ParameterizedTest
        @ValueSource(strings = {"welcome", "project-added", "security-notice"})
        void by_the_form_of_the_console(String mail) {
            consoleSays(mail, "false");
            assertThat(subjectsOfAll()).hasSize(2).doesNotContain(subjectOf(mail));
        }

        @Test
        void a_project_may_send_it_all_the_same() {
            consoleSays("welcome", "false");
            projectSays(realm.study, "welcome", "on");
            assertThat(subjectsOfAll()).contains(subjectOf("welcome"));
        }
    }

    @Nested
    class Given_a_project_that_sends_none {
        @ParameterizedTest
        @ValueSource(strings = {"welcome", "security-notice"})
        void its_own_people_get_none(String mail) {
            projectSays(realm.study, mail, "off");
            assertThat(subjectsOfAll()).hasSize(2).doesNotContain(subjectOf(mail));
        }

        @Test
        void other_projects_send_theirs() {
            projectSays(realm.clinic, "welcome", "off");
            assertThat(subjectsOfAll()).contains(subjectOf("welcome"));
        }

        @Test
        void what_is_neither_on_nor_off_is_not_heeded() {
            projectSays(realm.study, "welcome", "maybe");
            assertThat(subjectsOfAll()).contains(subjectOf("welcome"));
        }
    }

    @Nested
    class Given_a_client_that_says_otherwise {
        @Test
        void it_goes_before_the_project() {
            projectSays(realm.study, "welcome", "on");
            clientSays("welcome", "off");
            assertThat(subjectsOfAllBy(realm.realm.adminWith("manage-users", "manage-organizations")))
                    .doesNotContain(subjectOf("welcome"));
        }
    }

    @Nested
    class Given_a_form_that_excepts_a_client {
        @Test
        void that_client_does_otherwise() {
            consoleSays("welcome.clients", "other-app admin-cli");
            assertThat(subjectsOfAllBy(realm.realm.adminWith("manage-users", "manage-organizations")))
                    .doesNotContain(subjectOf("welcome"));
        }

        @Test
        void others_do_as_the_realm_does() {
            consoleSays("welcome.clients", "other-app");
            assertThat(subjectsOfAllBy(realm.realm.adminWith("manage-users", "manage-organizations")))
                    .contains(subjectOf("welcome"));
        }
    }

    @Nested
    class Given_a_realm_whose_attribute_says_otherwise {
        @Test
        void the_form_refuses_what_would_have_no_effect() {
            realmSays("welcome", "off");
            ObjectNode config = Admin.JSON.createObjectNode();
            config.putObject("config").put("welcome", "true");
            register();
            int status = realm.admin()
                    .put("authentication/required-actions/atrium-mails/config", config)
                    .status();
            assertThat(status).isEqualTo(400);
        }
    }

    private List<String> subjectsOfAll() {
        return subjectsOfAllBy(realm.admin());
    }

    /** A first project, then another one, then the first is over. */
    private List<String> subjectsOfAllBy(AdminRest admin) {
        realm.person("ann");
        String first = admin.create("atrium/memberships", realm.membership("ann", "study"));
        admin.create("atrium/memberships", realm.membership("ann", "clinic"));
        assertThat(admin.post("atrium/memberships/" + first + "/deactivate").status())
                .isEqualTo(200);
        return realm.subjectsTo("ann");
    }

    private static String subjectOf(String mail) {
        return switch (mail) {
            case "welcome" -> "Welcome to Diabetes Study";
            case "project-added" -> "You have been added to Hill Clinic";
            default -> "A change to your account";
        };
    }

    private void realmSays(String mail, String value) {
        ObjectNode settings = Admin.JSON.createObjectNode();
        settings.putObject("attributes").put("atrium.mail." + mail, value);
        realm.change("", settings);
    }

    private void consoleSays(String setting, String value) {
        register();
        ObjectNode config = Admin.JSON.createObjectNode();
        config.putObject("config").put(setting, value);
        realm.change("authentication/required-actions/atrium-mails/config", config);
    }

    private void register() {
        ObjectNode action =
                Admin.JSON.createObjectNode().put("providerId", "atrium-mails").put("name", "Atrium mails");
        assertThat(realm.admin()
                        .post("authentication/register-required-action", action)
                        .status())
                .isEqualTo(204);
    }

    private void projectSays(String project, String mail, String value) {
        ObjectNode organization = (ObjectNode) realm.admin().read("organizations/" + project);
        organization.withObject("/attributes").putArray("atrium.mail." + mail).add(value);
        realm.change("organizations/" + project, organization);
    }

    private void clientSays(String mail, String value) {
        JsonNode client = realm.admin().read("clients?clientId=admin-cli").path(0);
        ((ObjectNode) client).withObject("/attributes").put("atrium.mail." + mail, value);
        realm.change("clients/" + client.path("id").asText(), client);
    }
}
