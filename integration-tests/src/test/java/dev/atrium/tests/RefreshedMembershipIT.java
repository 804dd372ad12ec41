package dev.atrium.tests;

import static dev.atrium.tests.app.Grants.OFFLINE;
import static dev.atrium.tests.app.Grants.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestPolicy;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The membership and its access policy are read again with every refresh. */
@ExtendWith(AtriumServer.class)
class RefreshedMembershipIT {
    private static final App APP = App.PORTAL;

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);

    @Nested
    class Given_a_membership {
        private String membership;

        @BeforeEach
        void of_one_profile() {
            membership = user.joins("riverside", "Practitioner/refreshed", "clinician");
        }

        @Test
        void ends_as_soon_as_the_membership_is_deactivated() {
            Tokens online = person.tokens(APP, ONLINE);
            Tokens offline = person.tokens(APP, OFFLINE);

            user.leaves(membership);

            assertThat(APP.refresh(online.refreshToken()).error()).isEqualTo("invalid_grant");
            assertThat(APP.refresh(offline.refreshToken()).error()).isEqualTo("invalid_grant");
            assertThat(APP.refresh(online.refreshToken(), "openid").error()).isEqualTo("invalid_grant");
        }

        @Test
        void ends_as_soon_as_the_membership_is_deleted() {
            Tokens tokens = person.tokens(APP, OFFLINE);

            admin.send("DELETE", "atrium/memberships/" + membership, "");

            assertThat(APP.refresh(tokens.refreshToken()).error()).isEqualTo("invalid_grant");
        }
    }

    @Nested
    class Given_an_access_policy_that_changes {
        private final TestPolicy policy = TestPolicy.of(admin, "user/*.cruds");

        @BeforeEach
        void which_a_membership_follows() {
            user.joins("riverside", "Practitioner/limited", policy.name());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " offline_access"})
        void narrows_the_grant_at_once_and_widens_it_again(String kind) {
            Tokens first = person.tokens(APP, "openid user/*.rs" + kind);

            policy.allow("user/Observation.rs");
            Tokens narrowed = APP.refresh(first.refreshToken());
            policy.allow("user/*.cruds");

            assertThat(narrowed.scopes()).contains("user/Observation.rs").doesNotContain("user/*.rs");
            assertThat(APP.refresh(narrowed.refreshToken()).scopes()).isEqualTo(first.scopes());
        }

        @Test
        void leaves_nothing_to_refresh_when_it_allows_nothing_of_the_grant() {
            Tokens first = person.tokens(APP, "openid user/*.rs");

            policy.allow("user/*.c");

            Tokens refused = APP.refresh(first.refreshToken());
            assertThat(refused.error()).isEqualTo("invalid_scope");
        }
    }
}
