package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The scopes page, as ONC's (g)(10) wants it: what a patient leaves out is left out, and nothing else. */
@ExtendWith(AtriumServer.class)
class ScopePartsIT {
    private static final String GRANULAR =
            "openid fhirUser launch/patient patient/Patient.read patient/Condition.read" + " patient/Observation.read";
    private static final String LAB =
            "patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory";
    private static final String PROBLEM =
            "patient/Condition.rs?category=http://terminology.hl7.org/CodeSystem/condition-category|problem-list-item";

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);
    private final App app = TestClient.publicOne(
                    admin, "launch/patient", "fhirUser", "patient/*.cruds", "offline_access")
            .withConsent()
            .app();

    @BeforeEach
    void a_patient() {
        user.joins("riverside", "Patient/own", "patient-self");
    }

    @Nested
    class Given_whole_conditions_and_observations {
        @Test
        void S_09_there_is_a_box_for_each_category() {
            Page page = person.signIn(app, GRANULAR);

            assertThat(parts(page)).hasSize(9).contains(LAB, PROBLEM);
            assertThat(page.text()).contains("Laboratory results", "Diagnoses from visits and hospital stays");
        }

        @Test
        void S_10_only_the_parts_are_in_the_answer_and_all_of_it_is_version_2() {
            Page page = person.signIn(app, GRANULAR);

            Tokens tokens = app.exchange(allow(page, page.scopes(), List.of(LAB, PROBLEM)));

            assertThat(tokens.scopes())
                    .isEqualTo(Set.of("openid", "fhirUser", "launch/patient", "patient/Patient.rs", LAB, PROBLEM));
        }

        @Test
        void everything_left_ticked_is_what_was_asked_for() {
            Tokens tokens = app.exchange(person.signIn(app, GRANULAR).allow());

            assertThat(tokens.scopes()).isEqualTo(Set.of(GRANULAR.split(" ")));
        }

        @Test
        void O_01_a_type_that_is_unticked_is_gone_with_its_parts() {
            Page page = person.signIn(app, GRANULAR);

            Tokens tokens = app.exchange(page.allow(without(page.scopes(), "patient/Observation.read"::equals)));

            assertThat(tokens.answer().text("scope"))
                    .doesNotContain("Observation")
                    .contains("patient/Condition.read");
        }

        @Test
        void a_part_alone_grants_nothing() {
            Page page = person.signIn(app, GRANULAR);

            Page back = allow(page, List.of("launch/patient"), List.of(LAB, "patient/*.cruds"));

            assertThat(app.exchange(back).scopes()).isEqualTo(Set.of("openid", "launch/patient"));
        }

        @Test
        void O_07_the_choice_is_remembered_part_by_part() {
            Page page = person.signIn(app, GRANULAR);
            app.exchange(allow(page, page.scopes(), List.of(LAB, PROBLEM)));

            Page again = person.signIn(app, GRANULAR);

            assertThat(tickedParts(again)).containsExactlyInAnyOrder(LAB, PROBLEM);
            assertThat(again.ticked()).contains("patient/Observation.read", "patient/Condition.read");
        }

        @Test
        void O_07_an_app_that_may_not_ask_gets_the_parts() {
            Page page = person.signIn(app, GRANULAR);
            allow(page, page.scopes(), List.of(LAB, PROBLEM));

            Page silent = person.signIn(app, GRANULAR, Map.of("prompt", "none"));

            assertThat(app.exchange(silent).scopes())
                    .contains(LAB, PROBLEM, "patient/Patient.rs")
                    .hasSize(6);
        }

        @Test
        void R_07_a_refresh_keeps_the_parts() {
            Page page = person.signIn(app, GRANULAR + " offline_access");
            Tokens tokens = app.exchange(allow(page, page.scopes(), List.of(LAB)));

            assertThat(app.refresh(tokens.refreshToken()).scopes())
                    .isEqualTo(tokens.scopes())
                    .contains(LAB);
        }
    }

    @Nested
    class Given_a_wildcard {
        private static final String EVERYTHING = "openid launch/patient patient/*.rs";

        @Test
        void S_06_it_says_what_is_added_in_future() {
            assertThat(person.signIn(app, EVERYTHING).text())
                    .contains(
                            "All types of information, including future ones",
                            "kinds of information that do not exist yet and are added in future");
        }

        @Test
        void O_01_one_type_less_is_the_others_by_name() {
            Page page = person.signIn(app, EVERYTHING);

            Tokens tokens =
                    app.exchange(allow(page, page.scopes(), without(parts(page), "patient/Immunization.rs"::equals)));

            assertThat(tokens.scopes())
                    .contains("patient/Patient.rs", "patient/Observation.rs", "launch/patient")
                    .doesNotContain("patient/*.rs", "patient/Immunization.rs");
        }

        @Test
        void O_02_one_category_less_is_the_others_of_that_type() {
            Page page = person.signIn(app, EVERYTHING);

            Tokens tokens = app.exchange(allow(page, page.scopes(), without(parts(page), LAB::equals)));

            assertThat(tokens.scopes())
                    .contains("patient/Patient.rs", "patient/Condition.rs")
                    .doesNotContain("patient/*.rs", "patient/Observation.rs", LAB)
                    .anyMatch(scope -> scope.endsWith("|vital-signs"));
        }
    }

    @Nested
    class Given_the_page_as_a_whole {
        @Test
        void O_03_offline_access_is_a_box_of_its_own_that_says_what_it_means() {
            Page page = person.signIn(app, "openid patient/Patient.rs offline_access");

            assertThat(page.scopes()).contains("offline_access");
            assertThat(page.text()).contains("Ongoing access", "renew its access without asking you");
            assertThat(app.exchange(page.allow(List.of("patient/Patient.rs"))).hasRefreshToken())
                    .isFalse();
        }

        @Test
        void O_04_deny_tells_the_app() {
            assertThat(person.signIn(app, GRANULAR).deny().callback()).containsEntry("error", "access_denied");
        }

        @Test
        void O_06_says_a_search_parameter_in_one_sentence() {
            Page page = person.signIn(
                    app, "openid patient/Observation.rs?status=final,amended&code=http://loinc.org|8867-4");

            assertThat(page.text())
                    .contains("Measurements and test results, only entries where the status is “final” or “amended”"
                            + " and the kind is something that cannot be shown here")
                    .doesNotContain("loinc", "8867");
        }

        @Test
        void O_06_says_in_a_sentence_what_each_scope_lets_the_app_do() {
            assertThat(person.signIn(app, GRANULAR).html().select("#atrium-scopes li:has(input[name=scope])"))
                    .allSatisfy(
                            row -> assertThat(row.select("details p").text()).isNotBlank());
        }
    }

    private static Page allow(Page page, List<String> scopes, List<String> parts) {
        return page.submit("atrium-scopes", Map.of("scope", scopes, "part", parts), "accept");
    }

    private static List<String> parts(Page page) {
        return page.html().select("input[name=part]").eachAttr("value");
    }

    private static List<String> tickedParts(Page page) {
        return page.html().select("input[name=part][checked]").eachAttr("value");
    }

    private static List<String> without(List<String> all, Predicate<String> unwanted) {
        List<String> left = new ArrayList<>(all);
        left.removeIf(unwanted);
        return left;
    }
}
