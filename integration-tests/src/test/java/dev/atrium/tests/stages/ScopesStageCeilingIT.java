package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestPolicy;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody is granted more than the profile they act as may have. */
@ExtendWith(AtriumServer.class)
class ScopesStageCeilingIT {
    private final Admin admin = Admin.ofRealm();
    private final TestUser person = admin.user("example.org");
    private final Visitor visitor = Visitor.of(person);

    @Nested
    class Given_a_practitioner_whose_policy_is_to_read {
        @Test
        void is_granted_reading_silently_by_an_app_without_consent() {
            person.joins("lakeside", "Practitioner/reader", "reader");

            Tokens tokens = visitor.tokens(App.PORTAL, "openid user/*.cruds");

            assertThat(tokens.scopes()).containsExactlyInAnyOrder("openid", "user/*.rs");
        }

        @Test
        void sees_just_reading_on_the_page_of_an_app_with_consent() {
            person.joins("lakeside", "Practitioner/reader", "reader");

            Page page = visitor.signsIn(App.SMART_APP, "openid user/Observation.cruds user/Patient.c");

            assertThat(page.scopes()).containsExactly("user/Observation.rs");
        }

        @Test
        void is_told_when_nothing_of_the_request_is_allowed() {
            person.joins("lakeside", "Practitioner/reader", "reader");

            Page page = visitor.signsIn(App.PORTAL, "openid user/Patient.cud", Map.of("state", "a-state"));

            assertThat(page.title()).isEqualTo("You do not have permission");
            assertThat(page.back().callback())
                    .containsEntry("error", "invalid_scope")
                    .containsEntry("state", "a-state")
                    .doesNotContainKey("code");
        }

        @Test
        void gets_scopes_of_the_first_version_in_the_first_version() {
            person.joins("lakeside", "Practitioner/reader", "reader");

            Tokens tokens = visitor.tokens(App.PORTAL, "openid user/Patient.read user/Observation.*");

            assertThat(tokens.scopes())
                    .containsExactlyInAnyOrder("openid", "user/Patient.read", "user/Observation.read");
        }
    }

    @Nested
    class Given_a_practitioner_asked_for_a_patient_s_record {
        /** Who may look for a patient is asked for one instead. */
        private final String withoutSearch =
                TestPolicy.of(admin, "user/Observation.rs", "patient/*.rs").name();

        @Test
        void is_told_that_it_needs_a_patient() {
            person.joins("riverside", "Practitioner/someone", withoutSearch);

            Page page =
                    visitor.signsIn(App.SMART_APP, "openid launch/patient patient/*.rs", Map.of("state", "a-state"));

            assertThat(page.title()).isEqualTo("For patients only");
            assertThat(page.back().callback())
                    .containsEntry("error", "invalid_scope")
                    .containsEntry("state", "a-state");
        }

        @Test
        void is_told_what_was_left_out_when_there_is_more() {
            person.joins("riverside", "Practitioner/someone", withoutSearch);

            Page page = visitor.signsIn(App.SMART_APP, "openid patient/*.rs user/*.rs");

            assertThat(page.scopes()).containsExactly("user/Observation.rs");
            assertThat(page.text()).contains("Access to the record of a single patient is not included");
        }
    }

    @Nested
    class Given_a_patient {
        @Test
        void is_granted_their_own_record() {
            Page page = Visitor.of("carol@example.org")
                    .signsIn(App.SMART_APP, "openid launch/patient patient/*.rs", Map.of("prompt", "consent"));

            Tokens tokens = App.SMART_APP.exchange(page.allow());

            assertThat(tokens.scopes()).containsExactlyInAnyOrder("openid", "launch/patient", "patient/*.rs");
            assertThat(tokens.accessClaims().path("patient").asText()).isEqualTo("carol");
        }

        @Test
        void is_granted_no_more_of_it_than_the_policy_allows() {
            person.joins("riverside", "Patient/himself", "patient-self");

            assertThat(visitor.signsIn(App.SMART_APP, "openid patient/*.cruds").scopes())
                    .containsExactly("patient/*.rs");
        }
    }

    @Nested
    class Given_an_app_that_has_system_scopes_too {
        private final App app = new TestClients(admin)
                .like(App.PORTAL, client -> ((ArrayNode) client.path("optionalClientScopes")).add("system/*.rs"));

        @Test
        void is_granted_none_for_a_person() {
            person.joins("riverside", "Practitioner/someone", "clinician");

            Tokens tokens = visitor.tokens(app, "openid user/*.rs system/*.rs");

            assertThat(tokens.scopes()).containsExactlyInAnyOrder("openid", "user/*.rs");
        }

        @Test
        void is_refused_when_it_asks_for_nothing_else() {
            person.joins("riverside", "Practitioner/someone", "clinician");

            Page page = visitor.signsIn(app, "openid system/*.rs");

            assertThat(page.back().callback()).containsEntry("error", "invalid_scope");
        }
    }
}
