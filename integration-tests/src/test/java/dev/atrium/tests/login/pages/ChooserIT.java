package dev.atrium.tests.login.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page on which people choose whose record they open, or where they work: one press, and they go on. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class ChooserIT {
    private static final String SCOPE = "openid fhirUser";

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);

    @Nested
    class Given_a_mother {
        @BeforeEach
        void with_her_own_record_and_those_of_her_children() {
            user.joins("riverside", "Patient/herself", "patient-self");
            user.joins("riverside", "RelatedPerson/of-leo", "patient-self", "My son Leo");
            user.joins("lakeside", "RelatedPerson/of-mia", "patient-self");
        }

        @Test
        void is_asked_which_record_in_her_words() {
            Page page = ask();

            assertThat(page.title()).isEqualTo("Which health record do you want to open?");
            assertThat(page.profiles())
                    .containsExactlyInAnyOrder(
                            "Your health record Riverside Clinic",
                            "My son Leo As a relative or friend · Riverside Clinic",
                            "Health record of a relative or friend Lakeside Hospital");
        }

        @Test
        void presses_one_button() {
            Page page = ask();

            assertThat(page.html().select("#atrium-profiles button[type=submit]"))
                    .hasSize(3)
                    .allSatisfy(button -> assertThat(button.attr("name")).isEqualTo("membership"));
            assertThat(App.PORTAL
                            .exchange(page.choose("My son Leo"))
                            .accessClaims()
                            .path("profile")
                            .asText())
                    .isEqualTo("RelatedPerson/of-leo");
        }

        @Test
        void is_offered_no_search() {
            assertThat(ask().html().select("#search, fieldset")).isEmpty();
        }

        @Test
        void lets_somebody_else_sign_in_instead() {
            TestUser other = TestUser.clinician(admin);
            URI another = URI.create(ask().html().select("#atrium-other").attr("abs:href"));

            Page callback = new Person(other.email(), person.browser())
                    .signIn(person.browser().open(another));

            assertThat(App.PORTAL.exchange(callback).accessClaims().path("sub").asText())
                    .isEqualTo(other.id());
        }
    }

    @Nested
    class Given_somebody_who_works_in_two_places {
        @Test
        void is_asked_where() {
            user.joins("riverside", "Practitioner/one", "clinician");
            user.joins("lakeside", "Practitioner/two", "reader");

            assertThat(ask().title()).isEqualTo("Where are you working now?");
        }
    }

    @Nested
    class Given_a_doctor_who_is_a_patient_too {
        @Test
        void is_asked_how_to_go_on() {
            user.joins("riverside", "Practitioner/one", "clinician");
            user.joins("lakeside", "Patient/two", "patient-self");

            assertThat(ask().title()).isEqualTo("How do you want to go on?");
        }
    }

    @Nested
    class Given_eight_to_choose_from {
        private Page page;

        @BeforeEach
        void join() {
            for (int i = 1; i <= 7; i++) {
                user.joins("riverside", "Practitioner/ward-" + i, "clinician", "Ward " + i);
            }
            user.joins("lakeside", "Practitioner/elsewhere", "reader");
            page = ask();
        }

        @Test
        void stand_by_project() {
            assertThat(page.html().select("#atrium-profiles legend").eachText())
                    .containsExactlyInAnyOrder("Riverside Clinic", "Lakeside Hospital");
            assertThat(page.html().select("fieldset:has(legend:contains(Lakeside)) button"))
                    .hasSize(1);
        }

        @Test
        void each_still_says_where_to_those_who_hear_it() {
            assertThat(page.profiles())
                    .contains("Ward 3 Riverside Clinic As a health professional")
                    .allMatch(row -> row.contains("Riverside Clinic") || row.contains("Lakeside Hospital"));
        }

        @Test
        void can_be_searched() {
            Page found = page.submit("atrium-search-form", Map.of("search", List.of("ward 5")), "find");

            assertThat(found.profiles()).singleElement().asString().startsWith("Ward 5");
        }
    }

    @Nested
    class Given_a_nurse_with_forty_roles {
        @Test
        void finds_hers_and_has_it_first_the_next_time() {
            for (int i = 10; i < 50; i++) {
                user.joins(i % 2 == 0 ? "riverside" : "lakeside", "Practitioner/ward-" + i, "clinician", "Ward " + i);
            }

            Page found = ask().submit("atrium-search-form", Map.of("search", List.of("Ward 37")), "find");
            found.choose("Ward 37");

            assertThat(ask().firstProfile()).contains("Ward 37", "Lakeside Hospital", "Used last");
        }
    }

    private Page ask() {
        return person.signIn(App.PORTAL, SCOPE);
    }
}
