package dev.atrium.tests.invitation;

import static dev.atrium.tests.invitation.Inviting.HOME;
import static dev.atrium.tests.invitation.Inviting.invitation;
import static dev.atrium.tests.invitation.Inviting.press;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.ReceivedMail;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody with an account is invited: erin, who is a member of nothing yet. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class KnownPersonIT {
    private static final String ERIN = "erin@example.org";
    private static final String CAROL = "carol@example.org";

    private final Inviting realm = new Inviting();
    private final Browser browser = new Browser();
    private final JsonNode invited = realm.invite(ERIN);
    private final URI link = realm.link(ERIN);

    @AfterEach
    void gone() {
        realm.close();
    }

    /** The page asks for the password of whom the invitation is for; somebody else changes the name first. */
    private static Page startOver(Page passwordPage) {
        return passwordPage
                .browser()
                .open(URI.create(passwordPage.html().select("a[href*=restart]").attr("abs:href")));
    }

    private Page signIn(Page emailPage, String email) {
        return emailPage.email(email).password(Admin.PASSWORD);
    }

    @Nested
    class Given_nobody_signed_in {
        @Test
        void who_signs_in_is_a_member_and_lands_in_the_app() {
            Page home = signIn(press(browser.open(link)), ERIN);
            assertThat(home.address()).isEqualTo(HOME);
            assertThat(realm.memberships(ERIN)).hasSize(1);
            assertThat(realm.state(invited)).isEqualTo("accepted");
        }

        @Test
        void the_app_then_signs_them_in_as_the_member_they_became() {
            signIn(press(browser.open(link)), ERIN);
            assertThat(realm.appAsks(browser).callback()).containsKey("code");
        }

        @Test
        void nothing_happens_before_the_sign_in() {
            Page asked = press(browser.open(link));
            assertThat(realm.memberships(ERIN)).isEmpty();
            assertThat(realm.state(invited)).isEqualTo("pending");
            assertThat(signIn(asked, ERIN).address()).isEqualTo(HOME);
        }

        @Test
        void somebody_else_who_signs_in_gets_nothing_and_can_switch() {
            Page other = signIn(startOver(press(browser.open(link))), CAROL);
            assertThat(other.title()).isEqualTo("This invitation is for someone else");
            assertThat(realm.state(invited)).isEqualTo("pending");
            Page again =
                    browser.open(URI.create(other.html().select("#atrium-other").attr("abs:href")));
            assertThat(signIn(again, ERIN).address()).isEqualTo(HOME);
            assertThat(realm.memberships(ERIN)).hasSize(1);
        }

        @Test
        void somebody_else_can_go_on_without_it() {
            Page other = signIn(startOver(press(browser.open(link))), CAROL);
            assertThat(other.submit("atrium-invitation", Map.of(), "continue").address())
                    .isEqualTo(HOME);
            assertThat(realm.memberships(CAROL)).isEmpty();
            assertThat(realm.state(invited)).isEqualTo("pending");
        }

        @Test
        void an_invitation_revoked_during_the_sign_in_adds_nothing() {
            Page asked = press(browser.open(link));
            realm.admin().delete("atrium/invitations/" + invited.path("id").asText());
            assertThat(signIn(asked, ERIN).title()).isEqualTo("This invitation has been withdrawn");
            assertThat(realm.memberships(ERIN)).isEmpty();
        }

        @Test
        void two_browsers_at_once_add_one_membership() {
            Stream.of(new Browser(), new Browser())
                    .map(each -> press(each.open(link)).email(ERIN))
                    .toList() // both are there before either signs in
                    .stream()
                    .map(page -> CompletableFuture.supplyAsync(() -> page.password(Admin.PASSWORD)))
                    .toList()
                    .forEach(CompletableFuture::join);
            assertThat(realm.memberships(ERIN)).hasSize(1);
        }

        @Test
        void no_second_mail_tells_of_the_membership() {
            signIn(press(browser.open(link)), ERIN);
            assertThat(realm.mails.mailsTo(ERIN))
                    .extracting(ReceivedMail::subject)
                    .containsExactly("Invitation to Riverside Clinic");
        }
    }

    @Nested
    class Given_the_person_signed_in {
        @Test
        void one_click_is_enough() {
            signIn(realm.plainAppAsks(browser), ERIN);
            assertThat(press(browser.open(link)).address()).isEqualTo(HOME);
            assertThat(realm.memberships(ERIN)).hasSize(1);
        }
    }

    @Nested
    class Given_somebody_else_signed_in {
        @Test
        void the_page_says_so_and_offers_to_switch() {
            signIn(realm.plainAppAsks(browser), CAROL);
            Page page = browser.open(link);
            assertThat(page.title()).isEqualTo("Someone else is signed in");
            assertThat(page.text()).contains(CAROL, ERIN);
            Page switched = page.submit("atrium-link", Map.of(), "send");
            assertThat(signIn(press(switched), ERIN).address()).isEqualTo(HOME);
            assertThat(realm.memberships(ERIN)).hasSize(1);
        }
    }

    @Nested
    class Given_an_account_that_has_another_address_now {
        @Test
        void the_invitation_is_void() {
            JsonNode erin = realm.admin().read("users?exact=true&email=" + ERIN).path(0);
            ObjectNode changed = ((ObjectNode) erin).put("email", "erin.b@example.org");
            realm.admin().put("users/" + erin.path("id").asText(), changed);
            Page page = browser.open(link);
            assertThat(page.status()).isEqualTo(410);
            assertThat(page.title()).isEqualTo("This invitation is no longer valid");
        }
    }

    @Nested
    class Given_a_realm_without_the_required_action {
        @Test
        void the_page_says_that_something_is_not_set_up() {
            String path = "authentication/required-actions/atrium-stages";
            ObjectNode action = (ObjectNode) realm.admin().read(path);
            realm.admin().put(path, action.put("enabled", false));
            assertThat(press(browser.open(link)).status()).isEqualTo(503);
            assertThat(realm.state(invited)).isEqualTo("pending");
        }
    }

    @Nested
    class Given_an_account_that_came_after_the_invitation {
        private static final String NEW = "gail@example.org";

        @Test
        void it_signs_in_to_accept() {
            JsonNode gail = realm.invite(invitation(NEW));
            verified(realm.realm.user("gail"));
            assertThat(signIn(press(browser.open(realm.link(NEW))), NEW).address())
                    .isEqualTo(HOME);
            assertThat(realm.state(gail)).isEqualTo("accepted");
        }

        private void verified(String id) {
            realm.admin().put("users/" + id, Admin.JSON.createObjectNode().put("emailVerified", true));
        }

        @Test
        void while_it_is_disabled_the_invitation_is_not_used_up_and_nothing_is_taken_from_it() {
            JsonNode gail = realm.invite(invitation(NEW));
            String id = realm.realm.user("gail");
            realm.admin().put("users/" + id, Admin.JSON.createObjectNode().put("enabled", false));
            assertThat(browser.open(realm.link(NEW)).title()).isEqualTo("This invitation is no longer valid");
            assertThat(realm.state(gail)).isEqualTo("pending");
            assertThat(realm.admin().read("users/" + id + "/credentials")).hasSize(1);
        }

        @Test
        void without_a_mail_it_must_have_proven_its_address() {
            JsonNode gail = realm.invite(invitation(NEW).put("sendEmail", false));
            realm.realm.user("gail");
            Page page = signIn(press(browser.open(URI.create(gail.path("link").asText()))), NEW);
            assertThat(page.title()).isEqualTo("Your e-mail address is not verified yet");
            assertThat(realm.state(gail)).isEqualTo("pending");
        }

        @Test
        void it_proves_its_address_by_a_mail_and_has_accepted_then() {
            JsonNode gail = realm.invite(invitation(NEW).put("sendEmail", false));
            realm.realm.user("gail");
            Page page = signIn(press(browser.open(URI.create(gail.path("link").asText()))), NEW);

            page.submit("atrium-invitation", Map.of("verify", List.of("")), "verify");
            String link = realm.mails.await(mail -> mail.to().equals(NEW)).link();
            browser.open(URI.create(link));

            assertThat(realm.state(gail)).isEqualTo("accepted");
        }
    }
}
