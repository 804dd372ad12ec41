package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("own")
@ExtendWith(AtriumServer.class)
class ProfileStageSearchIT {
    private final TestUser person = Admin.ofRealm().user("example.org");

    @Nested
    class Given_a_person_with_few_memberships {
        @Test
        void is_offered_no_search() {
            person.joins("riverside", "Practitioner/one", "clinician");
            person.joins("lakeside", "Practitioner/two", "reader");

            assertThat(signIn().html().select("#search")).isEmpty();
        }
    }

    @Nested
    class Given_a_person_with_thirty_memberships {
        private Page page;

        @BeforeEach
        void joinOften() {
            for (int i = 10; i < 39; i++) {
                person.joins("riverside", "Practitioner/number-" + i, "clinician", "Ward " + i);
            }
            person.joins("lakeside", "Practitioner/elsewhere", "reader", "Visits <b>& more</b>");
            page = signIn();
        }

        @Test
        void sees_twenty_and_that_there_are_more() {
            assertThat(page.profiles()).hasSize(20);
            assertThat(page.text()).contains("These are the ones you used last.");
        }

        @Test
        void finds_one_by_its_label_in_any_case() {
            assertThat(search("wARD 37").profiles()).singleElement().asString().contains("Ward 37");
        }

        @Test
        void finds_one_by_its_profile() {
            assertThat(search("Practitioner/number-36").profiles())
                    .singleElement()
                    .asString()
                    .contains("Ward 36");
        }

        @Test
        void finds_those_of_a_project() {
            assertThat(search("lakeside").profiles()).singleElement().asString().contains("Visits <b>& more</b>");
        }

        @Test
        void goes_on_as_what_was_found() {
            Page back = search("Ward 38").choose("Ward 38");

            assertThat(App.PORTAL.exchange(back).accessClaims().path("profile").asText())
                    .isEqualTo("Practitioner/number-38");
        }

        @Test
        void sees_all_again_after_an_empty_search() {
            page = search("Ward 37");

            assertThat(search("  ").profiles()).hasSize(20);
        }

        @Test
        void sees_all_again_after_a_search_for_what_nobody_can_type() {
            assertThat(search("\u0000").profiles()).hasSize(20);
        }

        @ParameterizedTest
        @ValueSource(strings = {"W%37", "W_rd 37", "\\", "'", "\"", "' or '1'='1", "<script>alert(1)</script>"})
        void finds_only_what_is_written(String typed) {
            Page found = search(typed);

            assertThat(found.status()).isEqualTo(200);
            assertThat(found.profiles()).isEmpty();
            assertThat(found.text()).contains("No results for “" + typed + "”.");
            assertThat(found.html().select("script").html()).doesNotContain("alert(1)");
        }

        @Test
        void can_search_anew_after_nothing_was_found() {
            page = search("no such thing");
            assertThat(page.text()).contains("No results for “no such thing”.");

            assertThat(search("Ward 11").profiles()).hasSize(1);
        }

        private Page search(String text) {
            return page.browser().post(action(), Map.of("search", List.of(text), "find", List.of("")));
        }

        private URI action() {
            return URI.create(page.html().select("form[role=search]").attr("abs:action"));
        }
    }

    /** More than any search for organizations gives. */
    @Nested
    class Given_many_projects_of_others_whose_name_matches_too {
        private final String word = "common" + System.nanoTime();
        private final List<TestProject> others = new ArrayList<>();

        @BeforeEach
        void make() {
            for (int i = 100; i < 151; i++) {
                others.add(TestProject.make(Admin.ofRealm(), word + "-" + i));
            }
            others.add(TestProject.make(Admin.ofRealm(), word + "-999"));
        }

        @AfterEach
        void delete() {
            others.forEach(TestProject::delete);
        }

        @Test
        void finds_the_person_s_own() {
            person.joins(word + "-999", "Practitioner/one", "clinician");
            person.joins("riverside", "Practitioner/two", "clinician");

            Page found = signIn().submit(
                            "atrium-profiles",
                            Map.of("membership", List.of(), "search", List.of(word.toUpperCase(Locale.ROOT))),
                            "find");

            assertThat(found.profiles()).singleElement().asString().contains(word + "-999");
        }
    }

    private Page signIn() {
        return Visitor.of(person).signsIn(App.PORTAL, "openid fhirUser user/*.rs");
    }
}
