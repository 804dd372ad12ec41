package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page is no permission: what comes back is checked against the person's own memberships. */
@ExtendWith(AtriumServer.class)
class ProfileStagePostedIT {
    private static final String SCOPE = "openid fhirUser user/*.rs";

    private final Admin admin = Admin.ofRealm();
    private final TestUser person = admin.user("example.org");
    private Page page;

    @BeforeEach
    void comeToThePage() {
        person.joins("riverside", "Practitioner/one", "clinician");
        person.joins("lakeside", "Practitioner/two", "reader");
        page = Visitor.of(person).signsIn(App.PORTAL, SCOPE);
    }

    @Nested
    class Given_the_membership_of_somebody_else {
        @Test
        void is_refused() {
            String foreign = admin.user("example.org").joins("riverside", "Practitioner/foreign", "clinician");

            assertRefused(post(foreign));
        }

        @Test
        void leaves_an_event_that_says_why() {
            post(admin.user("example.org").joins("riverside", "Practitioner/foreign", "clinician"));

            assertThat(admin.errorEvents(person.id())
                            .get(0)
                            .path("details")
                            .path("reason")
                            .asText())
                    .contains("not an active membership of this user");
        }
    }

    @Nested
    class Given_a_membership_of_their_own_that_is_inactive {
        @Test
        void is_refused() {
            String inactive = person.joins("riverside", "Practitioner/three", "clinician");
            person.leaves(inactive);

            assertRefused(post(inactive));
        }
    }

    @Nested
    class Given_a_membership_that_is_deleted {
        @Test
        void is_refused() {
            String gone = person.joins("riverside", "Practitioner/three", "clinician");
            admin.delete("atrium/memberships/" + gone);

            assertRefused(post(gone));
        }
    }

    @Nested
    class Given_garbage {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "*",
                    "00000000-0000-0000-0000-000000000000",
                    "' or '1'='1",
                    "<script>alert(1)</script>",
                    "x\u0000y"
                })
        void is_refused(String garbage) {
            assertRefused(post(garbage));
        }

        @Test
        void is_refused_however_long() {
            assertRefused(post("0".repeat(50_000)));
        }
    }

    @Nested
    class Given_two_memberships_at_once {
        @Test
        void go_on_as_the_first_or_not_at_all() {
            String foreign = admin.user("example.org").joins("riverside", "Practitioner/foreign", "clinician");
            List<String> both =
                    List.of(page.html().select("button[name=membership]").val(), foreign);

            Page back = page.submit("atrium-profiles", Map.of("membership", both), "continue");

            assertThat(App.PORTAL
                            .exchange(back)
                            .accessClaims()
                            .path("membership")
                            .asText())
                    .isEqualTo(both.get(0));
        }
    }

    private Page post(String membership) {
        return page.submit("atrium-profiles", Map.of("membership", List.of(membership)), "continue");
    }

    private static void assertRefused(Page back) {
        assertThat(back.callback())
                .containsEntry("error", "access_denied")
                .containsKey("state")
                .doesNotContainKey("code");
    }
}
