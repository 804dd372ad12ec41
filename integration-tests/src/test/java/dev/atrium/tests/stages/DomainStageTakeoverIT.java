package dev.atrium.tests.stages;

import static dev.atrium.tests.stages.Visitor.atHome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an identity provider says of people who are not its own is no reason to let anybody in. */
@ExtendWith(AtriumServer.class)
class DomainStageTakeoverIT {
    private static final Map<String, String> AT_LAKESIDE = Map.of("kc_idp_hint", Lakeside.ALIAS);

    private final Admin admin = Admin.ofRealm();
    private final Lakeside lakeside = Lakeside.of(admin);

    @Nested
    class Given_an_identity_with_the_address_of_somebody_in_another_domain {
        private final TestUser victim = admin.user("riverside.example");

        @Test
        void does_not_take_the_account_over() {
            lakeside.accountThere(victim.email(), account -> {});

            assertNobodyGetsIn(signIn(victim.email()));
        }

        @Test
        void does_not_take_it_over_in_upper_case() {
            String shouted = victim.email().toUpperCase(Locale.ROOT);
            lakeside.accountThere(shouted, account -> {});

            assertNobodyGetsIn(signIn(shouted));
        }

        @Test
        void does_not_take_it_over_by_an_address_of_an_organization_that_nobody_has() {
            TestUser other = admin.user("example.org");
            lakeside.accountThere(other.email(), account -> {});

            assertNobodyGetsIn(signIn(other.email()));
            assertThat(lakeside.links(other)).isEmpty();
        }

        private void assertNobodyGetsIn(Page page) {
            assertThat(page.isCallback() && page.callback().containsKey("code")).isFalse();
            assertThat(lakeside.links(victim)).isEmpty();
        }
    }

    @Nested
    class Given_an_identity_with_the_user_name_of_somebody {
        private final TestUser victim = admin.user("riverside.example");

        @Test
        void does_not_take_the_account_over() {
            String own = Lakeside.someAddress();
            lakeside.accountThere(own, account -> account.put("username", victim.email()));

            assertThat(signIn(victim.email()).callback()).containsKey("code"); // with an account of their own
            assertThat(lakeside.links(victim)).isEmpty();
            assertThat(admin.read("users?exact=true&email=" + own)).hasSize(1);
        }
    }

    @Nested
    class Given_an_identity_whose_address_is_not_verified {
        private final TestUser victim = lakeside.accountHere(Lakeside.someAddress());

        @Test
        void does_not_take_the_account_of_that_address_over() {
            lakeside.accountThere(victim.email(), account -> account.put("emailVerified", false));

            Page page = signIn(victim.email());

            assertThat(page.isCallback()).isFalse();
            assertThat(lakeside.links(victim)).isEmpty();
        }
    }

    @Nested
    class Given_an_account_that_is_disabled {
        private final TestUser person = admin.user(Lakeside.someAddress(), user -> user.put("enabled", false));

        @Test
        void is_not_let_in_through_the_identity_provider() {
            lakeside.accountThere(person.email(), account -> {});

            Page page = signIn(person.email());

            assertThat(page.isCallback()).isFalse();
            assertThat(lakeside.links(person)).isEmpty();
        }
    }

    @Nested
    class Given_an_identity_nobody_here_knows {
        @Test
        void gets_an_account_of_its_own_when_the_address_is_of_the_provider_s_domain() {
            String address = Lakeside.someAddress();
            lakeside.accountThere(address, account -> {});

            assertThat(signIn(address).callback()).containsKey("code");
            assertThat(admin.read("users?exact=true&email=" + address)).hasSize(1);
        }

        @Test
        void gets_none_when_the_address_is_of_another_organization_s_domain() {
            String address = "new-" + UUID.randomUUID() + "@riverside.example";
            lakeside.accountThere(address, account -> {});

            assertThat(signIn(address).isCallback()).isFalse();
            assertThat(admin.read("users?exact=true&email=" + address)).isEmpty();
        }

        @Test
        void gets_none_when_the_address_is_of_nobody_s_domain() {
            String address = "new-" + UUID.randomUUID() + "@example.org";
            lakeside.accountThere(address, account -> {});

            assertThat(signIn(address).isCallback()).isFalse();
            assertThat(admin.read("users?exact=true&email=" + address)).isEmpty();
        }

        @Test
        void gets_none_when_the_provider_did_not_verify_the_address() {
            String address = Lakeside.someAddress();
            lakeside.accountThere(address, account -> account.put("emailVerified", false));

            assertThat(signIn(address).text()).contains("not allowed to confirm this e-mail address");
            assertThat(admin.read("users?exact=true&email=" + address)).isEmpty();
        }
    }

    private static Page signIn(String username) {
        return atHome(App.PLAIN.authorize(new Browser(), "openid", AT_LAKESIDE), username);
    }
}
