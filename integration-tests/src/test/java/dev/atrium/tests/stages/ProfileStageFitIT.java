package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestPolicy;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Only roles that can work for what the app asks for are offered. */
@ExtendWith(AtriumServer.class)
class ProfileStageFitIT {
    private static final String OF_A_PATIENT = "openid launch/patient patient/*.rs";
    private static final String OF_A_USER = "openid fhirUser user/*.rs";

    private final Admin admin = Admin.ofRealm();
    private final TestUser person = admin.user("example.org");
    private final Visitor visitor = Visitor.of(person);

    @Nested
    class Given_a_practitioner_who_is_a_patient_too {
        /** Without a word about finding patients, so that such a role can get none. */
        private final String withoutSearch = TestPolicy.of(admin, "user/Observation.cruds", "patient/*.cruds")
                .name();

        private String patient;

        @BeforeEach
        void joinTwice() {
            person.joins("riverside", "Practitioner/both", withoutSearch);
            patient = person.joins("lakeside", "Patient/both", "patient-self");
        }

        @Test
        void is_asked_nothing_where_only_the_patient_can_work() {
            Page page = visitor.signsIn(App.SMART_APP, OF_A_PATIENT).allow();

            assertThat(membershipOf(App.SMART_APP, page)).isEqualTo(patient);
        }

        @Test
        void is_offered_only_patients_where_there_are_several() {
            person.joins("riverside", "Patient/child", "patient-self", "My child");

            assertThat(visitor.signsIn(App.SMART_APP, OF_A_PATIENT).profiles())
                    .hasSize(2)
                    .anySatisfy(row -> assertThat(row).contains("Your health record"))
                    .anySatisfy(row -> assertThat(row).contains("My child As a patient"));
        }

        @Test
        void is_told_that_others_are_left_out() {
            person.joins("riverside", "Patient/child", "patient-self", "My child");

            assertThat(visitor.signsIn(App.SMART_APP, OF_A_PATIENT).text())
                    .contains("What does not work with SMART app is not shown.");
        }

        @Test
        void finds_no_other_by_searching() {
            for (int i = 0; i < 25; i++) {
                person.joins("riverside", "Patient/number-" + i, "patient-self", "Number " + i);
            }
            Page page = visitor.signsIn(App.SMART_APP, OF_A_PATIENT);

            Page found = page.submit("atrium-search-form", Map.of("search", List.of("both")), "find");

            assertThat(found.profiles()).singleElement().asString().contains("Your health record");
        }

        @Test
        void is_not_first_as_what_was_used_last_but_cannot_work() {
            String practitioner = person.joins("lakeside", "Practitioner/last", withoutSearch);
            person.joins("riverside", "Patient/child", "patient-self", "My child");
            visitor.signsIn(App.PORTAL, OF_A_USER).choose("lakeside");

            Page page = visitor.returns(App.SMART_APP, OF_A_PATIENT);

            assertThat(page.html().select("button[value=" + practitioner + "]")).isEmpty();
            assertThat(page.firstProfile()).doesNotContain("As a health professional");
        }

        @Test
        void is_offered_another_role_when_one_was_posted_that_cannot_work() {
            String other = person.joins("riverside", "Practitioner/other", withoutSearch);
            person.joins("riverside", "Patient/child", "patient-self", "My child");
            Page page = visitor.signsIn(App.SMART_APP, OF_A_PATIENT);

            Page refused = page.submit("atrium-profiles", Map.of("membership", List.of(other)), "continue");

            assertThat(refused.title()).isEqualTo("For patients only");
            Page again = refused.submit("atrium-refused", Map.of(), "another");
            assertThat(again.profiles()).hasSize(2);
            assertThat(again.choose("My child").scopes()).contains("patient/*.rs");
        }
    }

    @Nested
    class Given_roles_with_different_policies {
        @Test
        void is_asked_nothing_where_one_policy_allows_something_of_it() {
            person.joins("lakeside", "Practitioner/reads", "reader");
            String writes = person.joins("riverside", "Practitioner/writes", "clinician");

            Page page = visitor.signsIn(App.PORTAL, "openid user/Observation.cud");

            assertThat(membershipOf(App.PORTAL, page)).isEqualTo(writes);
        }

        @Test
        void is_told_by_the_event_why_none_can_work() {
            person.joins("lakeside", "Practitioner/reads", "reader");
            person.joins("riverside", "Practitioner/reads", "reader");

            Page page = visitor.signsIn(App.PORTAL, "openid user/Observation.cud");

            assertThat(page.title()).isEqualTo("You do not have permission");
            assertThat(page.back().callback()).containsEntry("error", "invalid_scope");
            assertThat(admin.errorEvents(person.id()))
                    .anySatisfy(event -> assertThat(
                                    event.path("details").path("reason").asText())
                            .contains("access policy"));
        }

        @Test
        void sees_those_that_work_however_many_do_not() {
            String none = TestPolicy.of(admin, "patient/*.rs").name();
            String works = person.joins("riverside", "Practitioner/works", "clinician");
            for (int i = 0; i < 45; i++) {
                person.joins("riverside", "Practitioner/useless-" + i, none);
            }

            assertThat(membershipOf(App.PORTAL, visitor.signsIn(App.PORTAL, OF_A_USER)))
                    .isEqualTo(works);
        }

        @Test
        void is_offered_another_role_when_the_chosen_one_lost_its_rights_at_the_last_page() {
            TestPolicy shrinking = TestPolicy.of(admin, "user/*.rs");
            person.joins("riverside", "Practitioner/shrinks", shrinking.name(), "shrinks");
            person.joins("lakeside", "Practitioner/stays", "reader");
            person.joins("riverside", "Practitioner/stays", "reader");
            Page scopes = visitor.signsIn(App.SMART_APP, OF_A_USER).choose("shrinks");
            shrinking.allow("user/Slot.c");

            Page refused = scopes.allow();

            assertThat(refused.title()).isEqualTo("You do not have permission");
            Page again = refused.submit("atrium-refused", Map.of(), "another");
            assertThat(again.profiles()).hasSize(2);
            Page agreed = again.choose("lakeside").allow();
            assertThat(App.SMART_APP
                            .exchange(agreed)
                            .accessClaims()
                            .path("project")
                            .asText())
                    .isEqualTo("lakeside");
        }
    }

    @Nested
    class Given_projects_with_and_without_a_FHIR_server {
        private final TestProject without = TestProject.make(admin);

        @Test
        void is_asked_nothing_where_one_has_it() {
            without.baseUrl("");
            person.joins(without.alias(), "Practitioner/nowhere", "clinician");
            String works = person.joins("riverside", "Practitioner/here", "clinician");

            assertThat(membershipOf(App.PORTAL, visitor.signsIn(App.PORTAL, OF_A_USER)))
                    .isEqualTo(works);
        }

        @Test
        void is_told_that_it_is_the_administrator_s_turn_where_none_has_it() {
            without.baseUrl("");
            person.joins(without.alias(), "Practitioner/nowhere", "clinician");

            Page page = visitor.signsIn(App.PORTAL, OF_A_USER);

            assertThat(page.title()).isEqualTo("This is not ready yet");
            assertThat(page.text()).contains("practice or hospital").doesNotContain("Your role");
            assertThat(admin.errorEvents(person.id()))
                    .anySatisfy(event -> assertThat(
                                    event.path("details").path("reason").asText())
                            .contains("atrium.fhir-base-url", without.alias()));
            assertThat(page.back().callback()).containsEntry("error", "server_error");
        }
    }

    @Nested
    class Given_an_app_that_wants_no_page {
        @Test
        void is_not_given_another_role_than_the_one_chosen_before() {
            person.joins("lakeside", "Practitioner/reads", "reader");
            person.joins("riverside", "Practitioner/writes", "clinician");
            visitor.signsIn(App.PORTAL, OF_A_USER).choose("lakeside");

            Page silent = visitor.returns(
                    App.PORTAL,
                    "openid user/Observation.cud",
                    Map.of("prompt", "none", "state", "s-" + UUID.randomUUID()));

            assertThat(silent.callback()).containsEntry("error", "interaction_required");
        }
    }

    private static String membershipOf(App app, Page callback) {
        return app.exchange(callback).accessClaims().path("membership").asText();
    }
}
