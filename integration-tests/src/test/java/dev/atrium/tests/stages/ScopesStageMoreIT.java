package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestPolicy;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An app that comes back for something else than the person has answered. */
@ExtendWith(AtriumServer.class)
class ScopesStageMoreIT {
    private static final String CONDITIONS = "patient/Condition.rs";
    private static final String OBSERVATIONS = "patient/Observation.rs";
    private static final String REQUEST = "openid " + OBSERVATIONS;

    private final Admin admin = Admin.ofRealm();
    private final TestUser person = admin.user("example.org");
    private final Visitor visitor = Visitor.of(person);

    @Nested
    class Given_an_agreement_to_one_scope {
        @BeforeEach
        void agree() {
            person.joins("riverside", "Patient/himself", "patient-self");
            visitor.signsIn(App.SMART_APP, REQUEST).allow();
        }

        @Test
        void grants_one_more_when_the_person_just_allows() {
            Page page = visitor.returns(App.SMART_APP, REQUEST + " " + CONDITIONS);

            assertThat(page.ticked()).containsExactlyInAnyOrder(OBSERVATIONS, CONDITIONS);
            assertThat(App.SMART_APP.exchange(page.allow()).scopes()).contains(OBSERVATIONS, CONDITIONS);
        }

        @Test
        void grants_another_when_the_person_just_allows() {
            Page page = visitor.returns(App.SMART_APP, "openid patient/Patient.rs");

            assertThat(App.SMART_APP.exchange(page.allow()).scopes()).contains("patient/Patient.rs");
        }

        @Test
        void answers_interaction_required_silently_for_one_more() {
            Page answer = visitor.returns(App.SMART_APP, REQUEST + " " + CONDITIONS, Visitor.SILENTLY);

            assertThat(answer.callback()).containsEntry("error", "interaction_required");
        }

        @Test
        void answers_silently_for_the_same_in_the_other_syntax() {
            Page answer = visitor.returns(App.SMART_APP, "openid patient/Observation.read", Visitor.SILENTLY);

            assertThat(App.SMART_APP.exchange(answer).scopes()).contains("patient/Observation.read");
        }
    }

    @Nested
    class Given_a_scope_that_was_left_unticked {
        @BeforeEach
        void untick() {
            person.joins("riverside", "Patient/himself", "patient-self");
            visitor.signsIn(App.SMART_APP, REQUEST + " " + CONDITIONS).allow(List.of(OBSERVATIONS));
        }

        @Test
        void it_begins_unticked_beside_a_new_one() {
            Page page = visitor.returns(App.SMART_APP, REQUEST + " " + CONDITIONS + " patient/Patient.rs fhirUser");

            assertThat(page.ticked()).containsExactlyInAnyOrder(OBSERVATIONS, "patient/Patient.rs", "fhirUser");
        }

        @Test
        void its_part_begins_unticked_by_itself_and_within_a_wider_scope() {
            assertThat(visitor.returns(App.SMART_APP, "openid patient/Condition.r")
                            .ticked())
                    .isEmpty();

            Page wider = visitor.returns(App.SMART_APP, "openid patient/*.read");

            assertThat(wider.ticked()).containsExactly("patient/*.read");
            assertThat(wider.html().select("input[name=part][checked]").eachAttr("value"))
                    .contains("patient/Observation.read")
                    .doesNotContain("patient/Condition.read");
        }

        @Test
        void it_is_left_out_silently() {
            Tokens tokens = App.SMART_APP.exchange(
                    visitor.returns(App.SMART_APP, REQUEST + " " + CONDITIONS, Visitor.SILENTLY));

            assertThat(tokens.scopes()).containsExactlyInAnyOrder("openid", OBSERVATIONS);
        }

        @Test
        void a_wider_scope_is_not_answered_silently() {
            Page answer = visitor.returns(App.SMART_APP, "openid patient/*.rs", Visitor.SILENTLY);

            assertThat(answer.callback()).containsEntry("error", "interaction_required");
        }
    }

    @Nested
    class Given_a_policy_that_becomes_wider {
        private static final String ASKED = "openid patient/Observation.rs patient/Condition.rs";

        private final TestPolicy policy = TestPolicy.of(admin, "patient/Observation.r");

        @BeforeEach
        void agreeToWhatItAllowed() {
            person.joins("riverside", "Patient/himself", policy.name());
            visitor.signsIn(App.SMART_APP, ASKED).allow();
            policy.allow("patient/*.rs");
        }

        @Test
        void the_same_silent_request_gets_what_it_got_before() {
            Tokens tokens = App.SMART_APP.exchange(visitor.returns(App.SMART_APP, ASKED, Visitor.SILENTLY));

            assertThat(tokens.scopes()).isEqualTo(Set.of("openid", "patient/Observation.r"));
        }

        @Test
        void what_was_added_begins_ticked_where_a_page_may_be_shown() {
            assertThat(visitor.returns(App.SMART_APP, ASKED).ticked())
                    .containsExactlyInAnyOrder(OBSERVATIONS, CONDITIONS);
        }
    }
}
