package dev.atrium.tests;

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
import org.junit.jupiter.params.provider.ValueSource;

/** What the admin REST takes and refuses of own mail templates, and of whom. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class AdminRestMailTemplatesIT {
    private static final String WELCOME = "atrium/mail-templates/welcome/de";
    private static final String RIVERSIDE = "atrium/projects/riverside/mail-templates/welcome/de";

    private TestRealm realm;

    @BeforeEach
    void a_realm() {
        realm = TestRealm.create();
        realm.project("riverside");
    }

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_template {
        @Test
        void is_read_as_it_was_saved_and_may_be_sent_back() {
            JsonNode saved = realm.admin()
                    .put(RIVERSIDE, template("Hallo", "Hallo").put("html", "<p>Hallo</p>"))
                    .json();
            assertThat(saved.path("project").asText()).isEqualTo("riverside");
            assertThat(realm.admin().read(RIVERSIDE)).isEqualTo(saved);
            assertThat(realm.admin().put(RIVERSIDE, saved).status()).isEqualTo(200);
            assertThat(realm.admin().get(WELCOME).status()).isEqualTo(404);
        }

        @Test
        void is_listed_with_its_realm_or_project() {
            realm.admin().put(WELCOME, template("Realm", "Hallo"));
            realm.admin().put(RIVERSIDE, template("Project", "Hallo"));
            assertThat(realm.admin().list("atrium/mail-templates", "subject")).containsExactly("Realm");
            assertThat(realm.admin().list("atrium/projects/riverside/mail-templates?kind=welcome", "subject"))
                    .containsExactly("Project");
            assertThat(realm.admin().list("atrium/mail-templates?kind=invitation", "subject"))
                    .isEmpty();
        }

        @Test
        void its_kinds_and_variables_are_documented() {
            JsonNode kinds = realm.admin().read("atrium/mail-templates/kinds");
            assertThat(kinds.findValuesAsText("kind"))
                    .contains("welcome", "project-added", "invitation", "security-notice", "password-reset");
            assertThat(kinds.path(0).path("variables").findValuesAsText("name")).contains("recipientName", "link");
        }
    }

    @Nested
    class Given_a_template_that_cannot_be_used {
        @Test
        void says_line_and_column_of_each_problem() {
            Answer answer = realm.admin()
                    .put(
                            WELCOME,
                            template("Hallo ${nobody}", "Hallo\n <#list 1..9 as x>")
                                    .put("html", "<p>\n<b>${nobody}</b></p>"));
            assertThat(Refusal.of(answer)).isEqualTo(new Refusal(400, "invalid_template", "subject"));
            assertThat(answer.json().path("problems").findValuesAsText("field"))
                    .containsExactly("subject", "text", "html");
            assertThat(answer.json().path("problems").findValuesAsText("line")).containsExactly("1", "2", "2");
            assertThat(answer.json().path("problems").findValuesAsText("column"))
                    .containsExactly("9", "2", "6");
            assertThat(realm.admin().get(WELCOME).status()).isEqualTo(404);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                    "${recipientName?api.class}",
                    "<#include \"/etc/passwd\">",
                    "<#macro m><@m/></#macro><@m/>",
                    "${.data_model}"
                })
        void is_not_saved_previewed_or_sent(String hostile) {
            ObjectNode template = template("Hallo", hostile);
            Refusal refusal = new Refusal(400, "invalid_template", "text");
            assertThat(Refusal.of(realm.admin().put(WELCOME, template))).isEqualTo(refusal);
            assertThat(Refusal.of(realm.admin().post(WELCOME + "/preview", template)))
                    .isEqualTo(refusal);
            assertThat(Refusal.of(realm.admin().post(WELCOME + "/test", template.put("address", "me@example.org"))))
                    .isEqualTo(refusal);
        }

        @Test
        void is_not_saved_for_another_project_than_that_of_the_address() {
            assertThat(Refusal.of(
                            realm.admin().put(RIVERSIDE, template("a", "b").put("project", "lakeside"))))
                    .isEqualTo(new Refusal(400, "invalid_field", "project"));
            assertThat(Refusal.of(realm.admin().put(WELCOME, template("a", "b").put("project", "riverside"))))
                    .isEqualTo(new Refusal(400, "invalid_field", "project"));
            assertThat(Refusal.of(realm.admin().put(WELCOME, template("a", "b").put("projectId", "riverside"))))
                    .isEqualTo(new Refusal(400, "invalid_field", "projectId"));
        }

        @Test
        void says_what_is_missing_unknown_or_too_much() {
            ObjectNode nothing = Admin.JSON.createObjectNode();
            assertThat(Refusal.of(realm.admin().put(WELCOME, nothing)))
                    .isEqualTo(new Refusal(400, "invalid_field", "subject"));
            assertThat(Refusal.of(realm.admin().put(WELCOME, template("Hallo", "x".repeat(64_001)))))
                    .isEqualTo(new Refusal(400, "invalid_template", "text"));
            assertThat(Refusal.of(realm.admin().put(WELCOME, template("a", "b").put("body", "c"))))
                    .isEqualTo(new Refusal(400, "unknown_field", "body"));
            assertThat(Refusal.of(realm.admin().put(WELCOME, template("a", "b").put("language", "fr"))))
                    .isEqualTo(new Refusal(400, "invalid_field", "language"));
            assertThat(realm.admin().get("atrium/mail-templates/nothing/de").status())
                    .isEqualTo(404);
            assertThat(realm.admin().get("atrium/mail-templates/welcome/x_").status())
                    .isEqualTo(404);
            assertThat(realm.admin()
                            .get("atrium/projects/nowhere/mail-templates")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Nested
    class Given_admins_with_different_rights {
        @Test
        void who_manages_the_realm_may_do_all() {
            AdminRest admin = realm.adminWith("manage-realm", "view-realm");
            assertThat(admin.put(WELCOME, template("a", "b")).status()).isEqualTo(200);
            assertThat(admin.put(RIVERSIDE, template("a", "b")).status()).isEqualTo(200);
            assertThat(test(admin, RIVERSIDE, "you@example.org")).isEqualTo(200);
        }

        @Test
        void who_views_the_realm_may_read_and_preview() {
            AdminRest admin = realm.adminWith("view-realm");
            assertThat(admin.get("atrium/mail-templates").status()).isEqualTo(200);
            assertThat(admin.post(RIVERSIDE + "/preview").status()).isEqualTo(200);
            assertThat(admin.put(WELCOME, template("a", "b")).status()).isEqualTo(403);
            assertThat(admin.delete(WELCOME).status()).isEqualTo(403);
            assertThat(test(admin, WELCOME, "you@example.org")).isEqualTo(403);
        }

        @Test
        void who_manages_organizations_may_do_all_with_their_mails_but_send_tests_to_others() {
            AdminRest admin = realm.adminWith("manage-organizations");
            assertThat(admin.put(RIVERSIDE, template("a", "b")).status()).isEqualTo(200);
            assertThat(admin.post(RIVERSIDE + "/test").status()).isEqualTo(403);
            verifyAddresses();
            assertThat(admin.post(RIVERSIDE + "/test").status()).isEqualTo(200);
            assertThat(test(admin, RIVERSIDE, "you@example.org")).isEqualTo(403);
            assertThat(admin.put(WELCOME, template("a", "b")).status()).isEqualTo(403);
            assertThat(admin.get(WELCOME).status()).isEqualTo(403);
        }

        @Test
        void others_may_do_nothing() {
            AdminRest admin = realm.adminWith("manage-users");
            assertThat(admin.get("atrium/mail-templates").status()).isEqualTo(403);
            assertThat(admin.get("atrium/projects/nowhere/mail-templates").status())
                    .isEqualTo(403);
            assertThat(admin.get("atrium/projects/riverside/mail-sender").status())
                    .isEqualTo(403);
            assertThat(AdminRest.withoutToken(realm.name())
                            .get("atrium/mail-templates")
                            .status())
                    .isEqualTo(401);
        }

        private void verifyAddresses() {
            ObjectNode verified = Admin.JSON.createObjectNode().put("emailVerified", true);
            realm.admin()
                    .list("users?search=admin-", "id")
                    .forEach(id -> realm.admin().put("users/" + id, verified));
        }

        private int test(AdminRest admin, String path, String address) {
            return admin.post(path + "/test", Admin.JSON.createObjectNode().put("address", address))
                    .status();
        }
    }

    private static ObjectNode template(String subject, String text) {
        return Admin.JSON.createObjectNode().put("subject", subject).put("text", text);
    }
}
