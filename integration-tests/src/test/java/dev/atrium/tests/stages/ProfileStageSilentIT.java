package dev.atrium.tests.stages;

import static dev.atrium.tests.stages.Visitor.SILENTLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code prompt=none} shows no page, so it goes on as before or not at all. */
@ExtendWith(AtriumServer.class)
class ProfileStageSilentIT {
    private static final String SCOPE = "openid fhirUser user/*.rs";

    private final Admin admin = Admin.ofRealm();
    private final TestUser person = admin.user("example.org");
    private final Visitor visitor = Visitor.of(person);

    @Nested
    class Given_nobody_signed_in {
        @Test
        void answers_login_required() {
            assertThat(silently("a-state").callback())
                    .containsEntry("error", "login_required")
                    .containsEntry("state", "a-state");
        }
    }

    @Nested
    class Given_a_person_with_several_memberships {
        private String lakeside;

        @BeforeEach
        void joinTwice() {
            person.joins("riverside", "Practitioner/one", "clinician");
            lakeside = person.joins("lakeside", "Practitioner/two", "reader");
        }

        @Test
        void goes_on_as_they_chose_for_this_app() {
            visitor.signsIn(App.PORTAL, SCOPE).choose("lakeside");

            Tokens tokens = App.PORTAL.exchange(silently("a-state"));

            assertThat(tokens.accessClaims().path("membership").asText()).isEqualTo(lakeside);
            assertThat(tokens.scopes()).containsExactlyInAnyOrder("openid", "fhirUser", "user/*.rs");
        }

        @Test
        void goes_on_as_they_chose_also_after_a_page_outside_any_app() {
            visitor.signsIn(App.PORTAL, SCOPE).choose("lakeside");
            visitor.browser().open(App.realm("/login-actions/reset-credentials?client_id=plain-oidc"));

            Tokens tokens = App.PORTAL.exchange(silently("a-state"));

            assertThat(tokens.accessClaims().path("membership").asText()).isEqualTo(lakeside);
        }

        @Test
        void answers_interaction_required_while_they_chose_nothing_for_this_app() {
            visitor.signsIn(App.PLAIN, "openid");

            assertThat(silently("a-state").callback())
                    .containsEntry("error", "interaction_required")
                    .containsEntry("state", "a-state");
        }

        @Test
        void answers_interaction_required_when_what_they_chose_was_deactivated() {
            person.joins("riverside", "Practitioner/three", "clinician");
            visitor.signsIn(App.PORTAL, SCOPE).choose("lakeside");
            person.leaves(lakeside);

            assertThat(silently("a-state").callback()).containsEntry("error", "interaction_required");
        }
    }

    @Nested
    class Given_a_person_with_one_membership {
        @Test
        void goes_on_as_that() {
            String only = person.joins("riverside", "Practitioner/only", "clinician");
            visitor.signsIn(App.PLAIN, "openid");

            Tokens tokens = App.PORTAL.exchange(silently("a-state"));

            assertThat(tokens.accessClaims().path("membership").asText()).isEqualTo(only);
        }
    }

    @Nested
    class Given_a_person_without_a_membership {
        @Test
        void answers_interaction_required() {
            visitor.signsIn(App.PLAIN, "openid");

            assertThat(silently("a-state").callback())
                    .containsEntry("error", "interaction_required")
                    .containsEntry("state", "a-state");
        }
    }

    private Page silently(String state) {
        Map<String, String> more = new HashMap<>(SILENTLY);
        more.put("state", state);
        return visitor.returns(App.PORTAL, SCOPE, more);
    }
}
