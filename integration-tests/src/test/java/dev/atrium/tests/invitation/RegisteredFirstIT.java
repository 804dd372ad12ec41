package dev.atrium.tests.invitation;

import static dev.atrium.tests.invitation.Inviting.HOME;
import static dev.atrium.tests.invitation.Inviting.invitation;
import static dev.atrium.tests.invitation.Inviting.press;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gail is invited; somebody had registered with her address, which they never proved to have. */
@ExtendWith(AtriumServer.class)
class RegisteredFirstIT {
    private static final String GAIL = "gail@example.org";
    private static final String HERS = "atrium-demo-the-second";

    private final Inviting realm = new Inviting();
    private final String account = realm.realm.user("gail");
    private final Browser theirs = new Browser();
    private final Browser hers = new Browser();

    @BeforeEach
    void somebody_signs_in_with_their_password_and_links_an_identity_of_theirs() {
        assertThat(realm.plainAppAsks(theirs)
                        .email(GAIL)
                        .password(Admin.PASSWORD)
                        .callback())
                .containsKey("code");
        ObjectNode social = Admin.JSON
                .createObjectNode()
                .put("alias", "social")
                .put("providerId", "oidc")
                .put("enabled", true);
        social.putObject("config").put("clientId", "atrium").put("authorizationUrl", "http://localhost:8091/social");
        assertThat(realm.admin().post("identity-provider/instances", social).status())
                .isEqualTo(201);
        JsonNode identity = Admin.JSON.createObjectNode().put("userId", "eve").put("userName", "eve");
        assertThat(realm.admin()
                        .post("users/" + account + "/federated-identity/social", identity)
                        .status())
                .isEqualTo(204);
    }

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_an_invitation_by_mail {
        private final JsonNode invited = realm.invite(GAIL);

        @Test
        void who_follows_it_sets_up_a_password_of_their_own_and_lands_in_the_app() {
            assertThat(accepts().address()).isEqualTo(HOME);
            assertThat(realm.state(invited)).isEqualTo("accepted");
            assertThat(realm.memberships(GAIL).path(0).path("userId").asText()).isEqualTo(account);
            assertThat(realm.appAsks(hers).callback()).containsKey("code");
        }

        @Test
        void the_password_from_before_is_none_any_more() {
            accepts();
            Browser another = new Browser();
            Page refused = realm.plainAppAsks(another).email(GAIL).password(Admin.PASSWORD);
            assertThat(refused.isCallback()).isFalse();
            assertThat(refused.password(HERS).callback()).containsKey("code");
        }

        @Test
        void the_session_from_before_is_over() {
            accepts();
            assertThat(realm.plainAppAsks(theirs).isCallback()).isFalse();
        }

        @Test
        void the_identity_from_before_is_linked_no_more() {
            accepts();
            assertThat(realm.admin().read("users/" + account + "/federated-identity"))
                    .isEmpty();
        }

        @Test
        void what_they_agreed_to_is_agreed_no_more() {
            realm.consentIsAskedFor("plain-oidc");
            assertThat(Inviting.agree(realm.plainAppAsks(theirs)).callback()).containsKey("code");
            accepts();
            assertThat(realm.admin().read("users/" + account + "/consents")).isEmpty();
        }

        @Test
        void the_change_to_an_address_of_theirs_is_void() {
            realm.addressesCanBeChanged();
            Inviting.changeAddress(realm.plainAppAsksFor("UPDATE_EMAIL", theirs), "eve@example.org");
            URI change = realm.link("eve@example.org");
            accepts();
            theirs.open(change);
            assertThat(realm.admin().read("users/" + account).path("email").asText())
                    .isEqualTo(GAIL);
        }

        @Test
        void opening_the_link_changes_nothing() {
            hers.open(realm.link(GAIL));
            assertThat(realm.plainAppAsks(theirs).callback()).containsKey("code");
            assertThat(realm.state(invited)).isEqualTo("pending");
        }

        private Page accepts() {
            return Inviting.choosePassword(press(hers.open(realm.link(GAIL))), HERS);
        }
    }

    @Nested
    class Given_an_account_that_is_a_member_already {
        private final String membership =
                realm.realm.membership(TestRealm.membershipBody("lakeside", account, "Practitioner/gail", "clinician"));
        private final JsonNode invited = realm.invite(GAIL);

        @Test
        void it_keeps_its_password_and_signs_in() {
            assertThat(comes().email(GAIL).password(Admin.PASSWORD).address()).isEqualTo(HOME);
            assertThat(realm.state(invited)).isEqualTo("accepted");
            assertThat(realm.memberships(GAIL))
                    .hasSize(2)
                    .anyMatch(one -> one.path("id").asText().equals(membership));
        }

        @Test
        void its_sessions_go_on() {
            comes();
            assertThat(realm.plainAppAsks(theirs).callback()).containsKey("code");
        }

        @Test
        void its_address_is_verified_then() {
            comes().email(GAIL).password(Admin.PASSWORD);
            assertThat(realm.admin()
                            .read("users/" + account)
                            .path("emailVerified")
                            .asBoolean())
                    .isTrue();
        }

        private Page comes() {
            String link = realm.mails
                    .await(mail -> mail.to().equals(GAIL) && mail.subject().startsWith("Invitation"))
                    .link();
            return press(hers.open(URI.create(link)));
        }
    }

    @Nested
    class Given_an_invitation_that_was_handed_over {
        @Test
        void who_signs_in_with_the_account_has_proved_nothing() {
            JsonNode invited = realm.invite(invitation(GAIL).put("sendEmail", false));
            Page page = press(theirs.open(URI.create(invited.path("link").asText())));
            assertThat(page.title()).isEqualTo("Your e-mail address is not verified yet");
            assertThat(realm.state(invited)).isEqualTo("pending");
            assertThat(realm.memberships(GAIL)).isEmpty();
        }
    }
}
