package dev.atrium.tests.stages;

import static dev.atrium.tests.stages.Visitor.atHome;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The owner of an address comes through their identity provider for the first time; an account has the address. */
@ExtendWith(AtriumServer.class)
class UnprovenAtHomeIT {
    private final Admin admin = Admin.ofRealm();
    private final Lakeside lakeside = Lakeside.of(admin);

    @Nested
    class Given_somebody_who_put_the_address_on_their_account_and_is_in_it {
        private final String address = Lakeside.someAddress();
        private final TestUser maker = admin.user("example.org");
        private final Visitor theirs = Visitor.of(maker);
        private Tokens offline;

        @BeforeEach
        void signsInAndChangesTheAddress() {
            offline = theirs.tokens(App.PLAIN, "openid offline_access");
            theirs.tokens(App.PLAIN, "openid");
            admin.update(
                    "users/" + maker.id(),
                    Admin.JSON.createObjectNode().put("email", address).put("emailVerified", false));
            lakeside.accountThere(address, account -> {});
        }

        @Test
        void the_owner_gets_the_account_with_the_address_verified() {
            assertThat(comes(address).callback()).containsKey("code");
            assertThat(account().path("emailVerified").asBoolean()).isTrue();
            assertThat(lakeside.links(maker)).hasSize(1);
        }

        @Test
        void whoever_made_it_is_out() {
            comes(address);
            assertThat(theirs.returns(App.PLAIN, "openid").isCallback()).isFalse();
            assertThat(App.PLAIN.refresh(offline.refreshToken()).answer().text("error"))
                    .isEqualTo("invalid_grant");
            assertThat(credentials()).isEmpty();
        }

        @Test
        void a_colleague_who_linked_themself_is_out_too() {
            admin.send(
                    "POST",
                    "users/" + maker.id() + "/federated-identity/" + Lakeside.ALIAS,
                    Admin.JSON
                            .createObjectNode()
                            .put("userId", UUID.randomUUID().toString())
                            .put("userName", "colleague")
                            .toString());
            assertThat(comes(address).callback()).containsKey("code");
            assertThat(lakeside.links(maker)).hasSize(1);
            assertThat(lakeside.links(maker).path(0).path("userName").asText()).isNotEqualTo("colleague");
        }

        @Test
        void another_account_is_left_alone() {
            TestUser other = admin.user("example.org");
            Visitor theirOwn = Visitor.of(other);
            theirOwn.tokens(App.PLAIN, "openid");
            comes(address);
            assertThat(theirOwn.returns(App.PLAIN, "openid").callback()).containsKey("code");
        }

        private JsonNode account() {
            return admin.read("users/" + maker.id());
        }

        private JsonNode credentials() {
            return admin.read("users/" + maker.id() + "/credentials");
        }
    }

    @Nested
    class Given_a_member_whose_address_was_never_proved {
        private final TestUser member = admin.user(Lakeside.someAddress(), user -> user.put("emailVerified", false));

        @BeforeEach
        void joins() {
            member.joins("lakeside", "Practitioner/" + UUID.randomUUID(), "clinician");
            lakeside.accountThere(member.email(), account -> {});
        }

        @Test
        void is_linked_only_with_the_password_of_the_account() {
            Page asked = comes(member.email());
            assertThat(asked.isCallback()).isFalse();
            assertThat(lakeside.links(member)).isEmpty();
            assertThat(password(asked, Admin.PASSWORD).callback()).containsKey("code");
            assertThat(lakeside.links(member)).hasSize(1);
        }

        @Test
        void is_not_linked_with_another_password() {
            assertThat(password(comes(member.email()), "guessed").isCallback()).isFalse();
            assertThat(lakeside.links(member)).isEmpty();
        }

        private Page password(Page asked, String password) {
            return asked.submit("atrium-existing", Map.of("way", List.of("")), "x")
                    .submit(
                            "kc-form-login",
                            Map.of("username", List.of(member.email()), "password", List.of(password)),
                            "login");
        }
    }

    @Nested
    class Given_a_member_whom_nobody_has_given_a_credential {
        private final TestUser member = admin.user(Lakeside.someAddress(), user -> {
            user.put("emailVerified", false);
            user.remove("credentials");
        });

        @Test
        void is_linked_as_before() {
            member.joins("lakeside", "Practitioner/" + UUID.randomUUID(), "clinician");
            lakeside.accountThere(member.email(), account -> {});
            assertThat(comes(member.email()).callback()).containsKey("code");
            assertThat(lakeside.links(member)).hasSize(1);
        }
    }

    private static Page comes(String address) {
        return atHome(App.PLAIN.authorize(new Browser(), "openid").email(address), address);
    }
}
