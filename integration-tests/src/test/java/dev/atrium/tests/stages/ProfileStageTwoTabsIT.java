package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AtriumServer.class)
class ProfileStageTwoTabsIT {
    private static final String SCOPE = "openid fhirUser user/*.cruds";

    private final TestUser person = Admin.ofRealm().user("example.org");
    private final Visitor visitor = Visitor.of(person);
    private String riverside;
    private String lakeside;

    @BeforeEach
    void joinTwice() {
        riverside = person.joins("riverside", "Practitioner/one", "clinician");
        lakeside = person.joins("lakeside", "Practitioner/two", "reader");
    }

    @Nested
    class Given_two_tabs_of_one_app {
        private Page firstTab;
        private Page secondTab;

        @BeforeEach
        void choose() {
            firstTab = visitor.signsIn(App.PORTAL, SCOPE).choose("riverside");
            secondTab = visitor.returns(App.PORTAL, SCOPE).choose("lakeside");
        }

        @Test
        void each_code_keeps_its_own_profile() {
            Tokens first = App.PORTAL.exchange(firstTab);
            Tokens second = App.PORTAL.exchange(secondTab);

            assertIsAt(first, riverside, "user/*.cruds");
            assertIsAt(second, lakeside, "user/*.rs");
        }

        @Test
        void each_refresh_token_keeps_its_own_profile() {
            Tokens first = App.PORTAL.exchange(firstTab);
            Tokens second = App.PORTAL.exchange(secondTab);

            assertIsAt(App.PORTAL.refresh(first.refreshToken()), riverside, "user/*.cruds");
            assertIsAt(App.PORTAL.refresh(second.refreshToken()), lakeside, "user/*.rs");
        }
    }

    @Nested
    class Given_two_tabs_that_wait_for_a_choice {
        @Test
        void each_keeps_what_is_chosen_in_it() {
            visitor.signsIn(App.PLAIN, "openid");
            Page first = visitor.returns(App.PORTAL, SCOPE);
            Page second = visitor.returns(App.PORTAL, SCOPE);

            Page secondBack = second.choose("lakeside");
            Page firstBack = first.choose("riverside");

            assertIsAt(App.PORTAL.exchange(firstBack), riverside, "user/*.cruds");
            assertIsAt(App.PORTAL.exchange(secondBack), lakeside, "user/*.rs");
        }
    }

    private static void assertIsAt(Tokens tokens, String membership, String scope) {
        assertThat(tokens.accessClaims().path("membership").asText()).isEqualTo(membership);
        assertThat(tokens.scopes()).containsExactlyInAnyOrder("openid", "fhirUser", scope);
    }
}
