package dev.atrium.tests.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The link in the welcome mail of somebody who has no way to sign in yet. */
@ExtendWith(AtriumServer.class)
class FirstCredentialIT {
    private static final String ANN = "ann@example.org";

    private final Inviting realm = new Inviting();
    private final Browser browser = new Browser();
    private final String ann = realm.admin()
            .create(
                    "users",
                    Admin.JSON
                            .createObjectNode()
                            .put("username", "ann")
                            .put("email", ANN)
                            .put("firstName", "Ann")
                            .put("lastName", "Berg")
                            .put("enabled", true));

    FirstCredentialIT() {
        ObjectNode riverside = (ObjectNode)
                realm.admin().read("organizations?search=riverside.example").path(0);
        realm.admin()
                .put(
                        "organizations/" + riverside.path("id").asText(),
                        riverside.put("redirectUrl", Inviting.HOME.toString()));
        realm.realm.membership(TestRealm.membershipBody("riverside", "ann", "Practitioner/ann", "clinician"));
    }

    @AfterEach
    void gone() {
        realm.close();
    }

    private Page choosePassword(Page page) {
        return Inviting.press(page)
                .submit(
                        "kc-passwd-update-form",
                        Map.of(
                                "password-new", List.of(Admin.PASSWORD),
                                "password-confirm", List.of(Admin.PASSWORD)),
                        "");
    }

    @Nested
    class Given_the_mail {
        private final URI link = realm.link(ANN);

        @Test
        void it_leads_to_a_password_and_then_to_where_the_project_is_at_home() {
            assertThat(choosePassword(browser.open(link)).address()).isEqualTo(Inviting.HOME);
            assertThat(realm.appAsks(browser).callback()).containsKey("code");
        }

        @Test
        void whoever_chose_a_first_password_is_not_told_that_it_was_set() {
            choosePassword(browser.open(link));
            assertThat(realm.subjectsTo(ANN)).containsExactly("Welcome to Riverside Clinic");
        }

        @Test
        void whoever_changes_it_later_is_told() {
            choosePassword(browser.open(link));
            realm.admin()
                    .put(
                            "users/" + ann + "/execute-actions-email",
                            Admin.JSON.createArrayNode().add("UPDATE_PASSWORD"));
            Page proceed = browser.open(URI.create(realm.mails
                    .await(mail -> mail.subject().equals("Update Your Account"))
                    .link()));
            proceed.browser()
                    .open(URI.create(proceed.html().select("#kc-info-message a").attr("abs:href")))
                    .submit(
                            "kc-passwd-update-form",
                            Map.of(
                                    "password-new",
                                    List.of("Another one, and long"),
                                    "password-confirm",
                                    List.of("Another one, and long")),
                            "");
            assertThat(realm.subjectsTo(ANN)).contains("A change to your account");
        }

        @Test
        void a_scanner_may_open_it_ten_times() {
            for (int i = 0; i < 10; i++) {
                assertThat(new Browser().open(link).status()).isEqualTo(200);
            }
            assertThat(choosePassword(browser.open(link)).address()).isEqualTo(Inviting.HOME);
        }

        @Test
        void the_button_works_once_and_a_used_link_offers_another_one() {
            Inviting.press(browser.open(link));
            Page again = new Browser().open(link);
            assertThat(again.status()).isEqualTo(410);
            assertThat(again.title()).isEqualTo("This link has already been used");
            Page anew = again.browser()
                    .open(URI.create(again.html().select("#atrium-way").attr("abs:href")));
            assertThat(anew.html().select("#kc-reset-password-form")).isNotEmpty();
        }

        @Test
        void it_is_good_for_nothing_once_there_is_a_password() {
            ObjectNode password = Admin.JSON
                    .createObjectNode()
                    .put("type", "password")
                    .put("value", Admin.PASSWORD)
                    .put("temporary", false);
            realm.admin().put("users/" + ann + "/reset-password", password);
            assertThat(browser.open(link).title()).isEqualTo("You can already sign in");
        }

        @Test
        void it_is_good_for_nothing_once_the_address_has_changed() {
            ObjectNode user = (ObjectNode) realm.admin().read("users/" + ann);
            realm.admin().put("users/" + ann, user.put("email", "ann.b@example.org"));
            assertThat(browser.open(link).title()).isEqualTo("This link is no longer valid");
        }

        @Test
        void nobody_can_change_what_it_is_for() {
            String text = link.toString();
            int middle = text.lastIndexOf('.') - 10;
            char other = text.charAt(middle) == 'A' ? 'B' : 'A';
            Page page = browser.open(URI.create(text.substring(0, middle) + other + text.substring(middle + 1)));
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.title()).isEqualTo("This link is incomplete");
        }

        @Test
        void what_is_no_link_at_all_is_not_found() {
            String pages = link.toString().substring(0, link.toString().lastIndexOf('/') + 1);
            for (String text : List.of("x", "%7Bx%7D", "a%20b", "%25%7B%23x%7D%21", "%3Cb%3E")) {
                assertThat(browser.open(URI.create(pages + text)).status())
                        .as(text)
                        .isEqualTo(404);
            }
        }

        @Test
        void it_opens_nothing_in_another_realm() {
            URI elsewhere =
                    URI.create(link.toString().replace("/realms/" + realm.realm.name() + "/", "/realms/atrium/"));
            assertThat(browser.open(elsewhere).status()).isEqualTo(404);
        }

        @Test
        void it_is_no_action_token_of_keycloak() {
            String token = link.getPath().substring(link.getPath().lastIndexOf('/') + 1);
            Page page = browser.open(AtriumServer.baseUrl()
                    .resolve("/realms/" + realm.realm.name() + "/login-actions/action-token?key=" + token));
            assertThat(page.status()).isEqualTo(400);
        }
    }
}
