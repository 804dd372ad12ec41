package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AtriumServer.class)
class ProfileStageIT {
    private static final String SCOPE = "openid fhirUser user/*.rs";
    private static final String FOR_ANY_PROFILE = "openid fhirUser";

    private final Admin admin = Admin.ofRealm();
    private final TestUser person = admin.user("example.org");
    private final Visitor visitor = Visitor.of(person);

    @Nested
    class Given_a_person_without_a_membership {
        @Test
        void is_told_so() {
            Page page = visitor.signsIn(App.PORTAL, SCOPE);

            assertThat(page.title()).isEqualTo("You have no access here");
            assertThat(page.text()).contains("Clinician portal");
        }

        @Test
        void comes_back_to_the_app_with_access_denied_and_its_state() {
            Page page = visitor.signsIn(App.PORTAL, SCOPE, Map.of("state", "a state & more="));

            assertThat(page.back().callback())
                    .containsEntry("error", "access_denied")
                    .containsEntry("state", "a state & more=")
                    .doesNotContainKey("code");
        }

        @Test
        void leaves_an_event_that_says_why() {
            visitor.signsIn(App.PORTAL, SCOPE);

            JsonNode event = admin.errorEvents(person.id()).get(0);
            assertThat(event.path("error").asText()).isEqualTo("access_denied");
            assertThat(event.path("clientId").asText()).isEqualTo(App.PORTAL.clientId());
            assertThat(event.path("details").path("reason").asText()).contains("no active membership");
        }
    }

    @Nested
    class Given_a_person_whose_only_membership_is_inactive {
        @Test
        void is_treated_like_one_without() {
            person.leaves(person.joins("riverside", "Practitioner/gone", "clinician"));

            Page page = visitor.signsIn(App.PORTAL, SCOPE);

            assertThat(page.title()).isEqualTo("You have no access here");
            assertThat(page.back().callback()).containsEntry("error", "access_denied");
        }

        @Test
        void is_treated_so_in_the_demo_too() {
            assertThat(Visitor.of("frank@riverside.example")
                            .signsIn(App.PORTAL, SCOPE)
                            .title())
                    .isEqualTo("You have no access here");
        }
    }

    @Nested
    class Given_a_person_with_one_membership {
        @Test
        void is_asked_nothing() {
            person.joins("riverside", "Practitioner/only", "clinician");

            Tokens tokens = visitor.tokens(App.PORTAL, SCOPE);

            assertThat(tokens.accessClaims().path("fhirUser").asText()).endsWith("/riverside/Practitioner/only");
        }
    }

    @Nested
    class Given_a_person_with_several_memberships {
        private String practitioner;
        private String patient;

        @BeforeEach
        void joinTwice() {
            practitioner = person.joins("riverside", "Practitioner/both", "clinician");
            patient = person.joins("lakeside", "Patient/both", "patient-self", "My own record");
        }

        @Test
        void sees_project_kind_of_profile_and_label() {
            assertThat(visitor.signsIn(App.PORTAL, FOR_ANY_PROFILE).profiles())
                    .containsExactlyInAnyOrder(
                            "As a health professional Riverside Clinic",
                            "My own record As a patient · Lakeside Hospital");
        }

        @Test
        void finds_the_one_used_last_first() {
            visitor.signsIn(App.PORTAL, FOR_ANY_PROFILE).choose("riverside");

            assertThat(Visitor.of(person).signsIn(App.PORTAL, FOR_ANY_PROFILE).firstProfile())
                    .contains("Riverside Clinic", "Used last");
        }

        @Test
        void is_asked_on_a_session_too_but_for_no_password() {
            visitor.signsIn(App.PLAIN, "openid");

            Page page = visitor.returns(App.PORTAL, FOR_ANY_PROFILE);

            assertThat(page.profiles()).hasSize(2);
            Tokens tokens = App.PORTAL.exchange(page.choose("riverside"));
            assertThat(tokens.accessClaims().path("membership").asText()).isEqualTo(practitioner);
        }

        @Test
        void is_asked_again_by_the_same_app() {
            visitor.signsIn(App.PORTAL, FOR_ANY_PROFILE).choose("riverside");

            assertThat(visitor.returns(App.PORTAL, FOR_ANY_PROFILE).profiles()).hasSize(2);
        }

        @Test
        void cannot_choose_one_that_was_deactivated_meanwhile() {
            Page page = visitor.signsIn(App.PORTAL, FOR_ANY_PROFILE);

            person.leaves(patient);

            assertThat(page.choose("lakeside").callback())
                    .containsEntry("error", "access_denied")
                    .containsKey("state")
                    .doesNotContainKey("code");
        }
    }
}
