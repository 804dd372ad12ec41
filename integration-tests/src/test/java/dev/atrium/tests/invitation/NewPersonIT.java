package dev.atrium.tests.invitation;

import static dev.atrium.tests.invitation.Inviting.CARLA;
import static dev.atrium.tests.invitation.Inviting.HOME;
import static dev.atrium.tests.invitation.Inviting.invitation;
import static dev.atrium.tests.invitation.Inviting.press;
import static dev.atrium.tests.invitation.Inviting.setUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.ReceivedMail;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody without an account is invited. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class NewPersonIT {
    private final Inviting realm = new Inviting();
    private final Browser browser = new Browser();

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_an_invitation_by_mail {
        private final JsonNode invited = realm.invite(invitation(CARLA)
                .put("words", "We start at 8.\nBring <b>cake</b>.")
                .put("label", "Ward 3"));
        private final ReceivedMail mail = realm.mail(CARLA);

        @Test
        void the_mail_says_where_to_as_what_and_with_which_words() {
            assertThat(mail.subject()).isEqualTo("Invitation to Riverside Clinic");
            assertThat(mail.text())
                    .contains("Health professional – Ward 3")
                    .contains("We start at 8.")
                    .contains("Bring <b>cake</b>.");
            assertThat(mail.html()).contains("Bring &lt;b&gt;cake&lt;/b&gt;.");
        }

        @Test
        void its_pages_are_those_of_the_project_up_to_the_first_password() {
            Page page = browser.open(realm.link(CARLA));

            assertThat(page.html().select("#kc-header-wrapper").text()).isEqualTo("Riverside Clinic");
            assertThat(press(page).html().select("#kc-header-wrapper").text()).isEqualTo("Riverside Clinic");
        }

        @Test
        void the_link_does_not_stand_in_the_answer() {
            assertThat(invited.has("link")).isFalse();
            assertThat(realm.read(invited).has("link")).isFalse();
        }

        @Test
        void who_accepts_sets_up_a_password_and_lands_in_the_app() {
            Page home = setUp(press(browser.open(realm.link(CARLA))));
            assertThat(home.address()).isEqualTo(HOME);
        }

        @Test
        void who_accepted_is_signed_in_and_a_member() {
            setUp(press(browser.open(realm.link(CARLA))));
            assertThat(realm.appAsks(browser).callback()).containsKey("code");
            assertThat(realm.memberships(CARLA).path(0).path("profile").asText())
                    .isEqualTo(invited.path("profile").asText());
            assertThat(realm.memberships(CARLA).path(0).path("label").asText()).isEqualTo("Ward 3");
        }

        @Test
        void the_invitation_says_what_it_became() {
            press(browser.open(realm.link(CARLA)));
            assertThat(realm.state(invited)).isEqualTo("accepted");
            assertThat(realm.read(invited).path("membership").asText())
                    .isEqualTo(realm.memberships(CARLA).path(0).path("id").asText());
        }

        @Test
        void the_address_is_verified_for_it_was_reached_by_mail() {
            press(browser.open(realm.link(CARLA)));
            assertThat(realm.admin()
                            .read("users?email=" + CARLA)
                            .path(0)
                            .path("emailVerified")
                            .asBoolean())
                    .isTrue();
        }

        @Test
        void nobody_joins_in_a_realm_that_is_disabled() {
            Page page = browser.open(realm.link(CARLA));
            realm.admin().put("", Admin.JSON.createObjectNode().put("enabled", false));
            assertThat(press(page).status()).isEqualTo(400);
            assertThat(realm.state(invited)).isEqualTo("pending");
        }

        @Test
        void the_link_is_not_followed_in_the_clear_where_the_realm_asks_for_https() {
            realm.admin().put("", Admin.JSON.createObjectNode().put("sslRequired", "all"));
            assertThat(browser.open(realm.link(CARLA)).status()).isEqualTo(400);
        }

        @Test
        void who_accepted_is_neither_welcomed_once_more_nor_told_of_the_password_they_chose() {
            setUp(press(browser.open(realm.link(CARLA))));
            assertThat(realm.subjectsTo(CARLA)).containsExactly("Invitation to Riverside Clinic");
        }

        @Test
        void a_scanner_that_opens_the_link_ten_times_changes_nothing() {
            for (int i = 0; i < 10; i++) {
                assertThat(new Browser().open(realm.link(CARLA)).status()).isEqualTo(200);
                assertThat(head().status()).isEqualTo(200);
            }
            assertThat(realm.state(invited)).isEqualTo("pending");
            assertThat(realm.admin().read("users?email=" + CARLA)).isEmpty();
            assertThat(setUp(press(browser.open(realm.link(CARLA)))).address()).isEqualTo(HOME);
        }

        @Test
        void the_link_works_once() {
            press(browser.open(realm.link(CARLA)));
            Page again = new Browser().open(realm.link(CARLA));
            assertThat(again.status()).isEqualTo(410);
            assertThat(again.title()).isEqualTo("This invitation has already been accepted");
            assertThat(again.html().select("form#atrium-link")).isEmpty();
        }

        @Test
        void two_clicks_at_once_make_one_member() {
            Page one = browser.open(realm.link(CARLA));
            Page other = new Browser().open(realm.link(CARLA));
            List<Page> answers =
                    Stream.of(one, other)
                            .map(page -> CompletableFuture.supplyAsync(() -> press(page)))
                            .toList()
                            .stream()
                            .map(CompletableFuture::join)
                            .toList();
            assertThat(answers).extracting(Page::status).containsExactlyInAnyOrder(200, 410);
            assertThat(realm.memberships(CARLA)).hasSize(1);
        }

        @Test
        void another_site_cannot_press_the_button() {
            Page page = browser.open(realm.link(CARLA));
            Page answer = browser.send(HttpRequest.newBuilder(page.address())
                    .header("Origin", "https://elsewhere.example")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("accept=true"))
                    .build());
            assertThat(answer.status()).isEqualTo(403);
            assertThat(realm.state(invited)).isEqualTo("pending");
        }

        @Test
        void the_page_says_what_is_offered_and_whose_words_they_are() {
            Page page = browser.open(realm.link(CARLA));
            assertThat(page.title()).isEqualTo("Invitation to Riverside Clinic");
            assertThat(page.html().title()).startsWith("Invitation to Riverside Clinic – ");
            assertThat(page.text()).contains("Bring <b>cake</b>.", CARLA);
        }

        private Page head() {
            return new Browser()
                    .send(HttpRequest.newBuilder(realm.link(CARLA))
                            .method("HEAD", BodyPublishers.noBody())
                            .build());
        }
    }

    @Nested
    class Given_an_invitation_in_german {
        @Test
        void mail_and_pages_are_german() {
            realm.invite(invitation(CARLA).put("language", "de"));
            assertThat(realm.mail(CARLA).subject()).isEqualTo("Einladung zu Riverside Clinic");
            Page page = browser.open(realm.link(CARLA));
            assertThat(page.title()).isEqualTo("Einladung zu Riverside Clinic");
            assertThat(press(page).title()).isEqualTo("Passwort wählen");
        }
    }

    @Nested
    class Given_an_invitation_without_a_mail {
        private final JsonNode invited = realm.invite(invitation(CARLA).put("sendEmail", false));

        @Test
        void the_link_stands_in_the_answer_once_and_nothing_is_sent() {
            assertThat(invited.path("link").asText()).contains("/realms/" + realm.realm.name() + "/atrium/links/");
            assertThat(realm.read(invited).has("link")).isFalse();
            assertThat(realm.mails.mails()).isEmpty();
        }

        @Test
        void who_gets_the_link_from_somebody_accepts_with_an_address_that_is_not_verified() {
            press(browser.open(URI.create(invited.path("link").asText())));
            assertThat(realm.memberships(CARLA)).hasSize(1);
            assertThat(realm.admin()
                            .read("users?email=" + CARLA)
                            .path(0)
                            .path("emailVerified")
                            .asBoolean())
                    .isFalse();
        }
    }

    @Nested
    class Given_a_realm_that_prefers_passkeys {
        @Test
        void a_new_person_sets_one_up_instead_of_a_password() {
            String password = "authentication/required-actions/UPDATE_PASSWORD";
            var action = (ObjectNode) realm.admin().read(password);
            realm.admin().put(password, action.put("enabled", false));
            realm.invite(CARLA);
            Page page = press(browser.open(realm.link(CARLA)));
            assertThat(page.html().select("form#register")).isNotEmpty();
            assertThat(Map.of("title", page.title())).containsEntry("title", "Set up a passkey or security key");
        }
    }

    @Nested
    class Given_an_invitation_that_was_sent_again {
        @Test
        void the_older_link_is_void_and_the_newer_one_works() {
            JsonNode invited = realm.invite(CARLA);
            var older = realm.link(CARLA);
            JsonNode again = realm.admin()
                    .post(
                            "atrium/invitations/" + invited.path("id").asText() + "/resend",
                            Admin.JSON.createObjectNode().put("sendEmail", false))
                    .json();
            Page page = browser.open(older);
            assertThat(page.status()).isEqualTo(410);
            assertThat(page.title()).isEqualTo("There is a newer invitation");
            assertThat(setUp(press(browser.open(URI.create(again.path("link").asText()))))
                            .address())
                    .isEqualTo(HOME);
        }
    }

    @Nested
    class Given_an_invitation_that_was_revoked {
        @Test
        void the_page_says_so_and_who_was_on_it_gets_nowhere() {
            JsonNode invited = realm.invite(CARLA);
            Page page = browser.open(realm.link(CARLA));
            String path = "atrium/invitations/" + invited.path("id").asText();
            assertThat(realm.admin().post(path + "/revoke", "").text("state")).isEqualTo("revoked");
            assertThat(press(page).title()).isEqualTo("This invitation has been withdrawn");
            assertThat(realm.admin().read("users?email=" + CARLA)).isEmpty();
        }
    }
}
