package dev.atrium.tests.account;

import static dev.atrium.tests.account.Squatted.GAIL;
import static dev.atrium.tests.account.Squatted.HERS;
import static dev.atrium.tests.account.Squatted.choosesPassword;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gail comes by a link in a mail to an account with her address that somebody else made. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class UnprovenAccountIT {
    private final Squatted gail = new Squatted();

    @AfterEach
    void gone() {
        gail.close();
    }

    @Nested
    class Given_its_maker_is_in_it {
        @BeforeEach
        void signedIn() {
            gail.isLinkedToTheirIdentity();
            gail.signIn();
        }

        @Test
        void a_forgotten_password_puts_them_out_and_lets_her_in() {
            assertThat(choosesPassword(gail.forgetsPassword(gail.hers)).callback())
                    .containsKey("code");
            assertTheyAreOut();
            assertThat(gail.accepts(HERS)).isTrue();
        }

        @Test
        void an_administrators_link_puts_them_out_and_lets_her_in() {
            administratorHasHer("UPDATE_PASSWORD");
            choosesPassword(gail.follows(gail.hers, gail.mailed()));
            assertTheyAreOut();
            assertThat(gail.accepts(HERS)).isTrue();
        }

        @Test
        void an_administrators_link_to_verify_the_address_has_her_set_a_password_too() {
            administratorHasHer("VERIFY_EMAIL");
            choosesPassword(gail.follows(gail.hers, gail.mailed()));
            assertTheyAreOut();
            assertThat(gail.accepts(HERS)).isTrue();
        }

        @Test
        void the_link_that_verifies_the_address_puts_them_out_and_lets_her_in() {
            gail.admin().put("users/" + gail.account + "/send-verify-email", Admin.JSON.createObjectNode());
            choosesPassword(gail.follows(gail.hers, gail.mailed()));
            assertTheyAreOut();
            assertThat(gail.accepts(HERS)).isTrue();
        }

        @Test
        void a_link_that_is_only_opened_changes_nothing() {
            gail.admin().put("users/" + gail.account + "/send-verify-email", Admin.JSON.createObjectNode());
            gail.hers.open(gail.mailed());
            assertThat(gail.accepts(Admin.PASSWORD)).isTrue();
            assertThat(gail.sessionIsOver()).isFalse();
        }

        @Test
        void where_they_are_signed_in_the_link_takes_nothing_from_them() {
            gail.admin().put("users/" + gail.account + "/send-verify-email", Admin.JSON.createObjectNode());
            gail.follows(gail.theirs, gail.mailed());
            assertThat(gail.isVerified()).isTrue();
            assertThat(gail.accepts(Admin.PASSWORD)).isTrue();
        }

        private void administratorHasHer(String action) {
            gail.admin().put("users/" + gail.account + "/execute-actions-email", Admin.parse("[\"" + action + "\"]"));
        }

        private void assertTheyAreOut() {
            assertThat(gail.sessionIsOver()).as("session").isTrue();
            assertThat(gail.offlineTokenIsVoid()).as("offline token").isTrue();
            assertThat(gail.accepts(Admin.PASSWORD)).as("password").isFalse();
            assertThat(gail.identities()).isEmpty();
            assertThat(gail.isVerified()).isTrue();
        }
    }

    @Nested
    class Given_the_account_is_a_member_with_a_second_factor {
        @BeforeEach
        void member() {
            gail.isMember();
            gail.signIn();
            ObjectNode user = (ObjectNode) gail.admin().read("users/" + gail.account);
            user.putArray("credentials")
                    .addObject()
                    .put("type", "otp")
                    .put("secretData", "{\"value\":\"secret-of-gail\"}")
                    .put(
                            "credentialData",
                            "{\"subType\":\"totp\",\"digits\":6,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
            assertThat(gail.admin().put("users/" + gail.account, user).status()).isEqualTo(204);
        }

        @Test
        void a_forgotten_password_leaves_the_second_factor_alone() {
            gail.forgetsPassword(gail.hers);
            assertThat(gail.credentials()).containsExactly("otp");
            assertThat(gail.sessionIsOver()).isTrue();
            assertThat(gail.offlineTokenIsVoid()).isTrue();
        }
    }

    @Nested
    class Given_the_account_is_a_member_whom_an_organizations_provider_binds {
        @Test
        void a_forgotten_password_is_no_way_around_the_provider() {
            gail.isMember();
            gail.isLinkedTo("lakeside-sso");
            assertThat(gail.forgetsPassword(gail.hers).title()).isEqualTo("You sign in through your organization");
            assertThat(gail.identities()).containsExactly("lakeside-sso");
        }
    }

    @Nested
    class Given_the_address_is_verified {
        @BeforeEach
        void verified() {
            gail.admin()
                    .put("users/" + gail.account, Admin.JSON.createObjectNode().put("emailVerified", true));
            gail.isLinkedToTheirIdentity();
            gail.signIn();
        }

        @Test
        void a_forgotten_password_is_just_replaced() {
            assertThat(choosesPassword(gail.forgetsPassword(gail.hers)).callback())
                    .containsKey("code");
            assertThat(gail.identities()).containsExactly("social");
            assertThat(gail.offlineTokenIsVoid()).isFalse();
        }
    }

    @Nested
    class Given_somebody_else_is_called_like_the_address {
        @Test
        void a_forgotten_password_is_hers() {
            signsInWithAddress(false);
            ObjectNode other = Admin.JSON.createObjectNode();
            other.put("username", Squatted.GAIL).put("email", "other@example.org");
            gail.admin().create("users", other.put("enabled", true));
            signsInWithAddress(true);

            assertThat(choosesPassword(gail.forgetsPassword(gail.hers)).callback())
                    .containsKey("code");
            assertThat(gail.accepts(Squatted.HERS)).isTrue();
        }

        /** Where people do, Keycloak lets nobody take such a name; who had it before keeps it. */
        private void signsInWithAddress(boolean does) {
            gail.admin().put("", Admin.JSON.createObjectNode().put("loginWithEmailAllowed", does));
        }
    }

    @Nested
    class Given_a_realm_that_has_addresses_verified_at_the_sign_in {
        @BeforeEach
        void verifies() {
            gail.admin().put("", Admin.JSON.createObjectNode().put("verifyEmail", true));
        }

        @Test
        void who_goes_on_in_the_same_browser_keeps_the_password() {
            signsInAndIsAskedToVerify(gail.hers);
            assertThat(gail.hers.open(gail.mailed()).callback()).containsKey("code");
            assertThat(gail.accepts(Admin.PASSWORD)).isTrue();
        }

        @Test
        void who_goes_on_in_another_sets_a_password_there_and_signs_in_with_it() {
            signsInAndIsAskedToVerify(gail.theirs);
            choosesPassword(gail.follows(gail.hers, gail.mailed()));
            assertThat(gail.isVerified()).isTrue();
            assertThat(gail.accepts(Admin.PASSWORD)).isFalse();
            assertThat(gail.accepts(HERS)).isTrue();
        }

        private void signsInAndIsAskedToVerify(Browser browser) {
            Page asked = gail.asks(browser, "openid").email(GAIL).password(Admin.PASSWORD);
            assertThat(asked.isCallback()).isFalse();
        }
    }

    @Nested
    class Given_an_account_that_wants_her_address_for_its_own {
        private static final String NEW = "gail.new@example.org";

        @BeforeEach
        void asksForIt() {
            gail.admin()
                    .put("users/" + gail.account, Admin.JSON.createObjectNode().put("emailVerified", true));
            String path = "authentication/required-actions/UPDATE_EMAIL";
            gail.admin().put(path, ((ObjectNode) gail.admin().read(path)).put("enabled", true));
            ObjectNode config = Admin.JSON.createObjectNode();
            config.putObject("config").put("verifyEmail", "true");
            gail.admin().put(path + "/config", config);
            gail.signIn();
            gail.asks(gail.theirs, "openid&kc_action=UPDATE_EMAIL")
                    .submit("kc-update-email-form", Map.of("email", List.of(NEW)), "");
        }

        @Test
        void her_opening_the_link_does_not_give_it_to_them() {
            gail.hers.open(link());
            assertThat(address()).isEqualTo(GAIL);
        }

        @Test
        void who_is_signed_in_changes_their_address_by_it() {
            gail.theirs.open(link());
            assertThat(address()).isEqualTo(NEW);
        }

        private URI link() {
            return URI.create(gail.mails.await(NEW).link());
        }

        private String address() {
            return gail.admin().read("users/" + gail.account).path("email").asText();
        }
    }
}
