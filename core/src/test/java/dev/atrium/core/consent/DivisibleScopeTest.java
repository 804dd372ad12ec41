package dev.atrium.core.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DivisibleScopeTest {
    private static final String LAB =
            "patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory";

    @Nested
    class Given_all_observations {
        private final DivisibleScope observations = DivisibleScope.of(Scope.parse("patient/Observation.rs"));

        @Test
        void S_09_they_are_divided_by_category() {
            assertThat(texts(observations))
                    .hasSize(6)
                    .contains(LAB)
                    .anyMatch(text -> text.endsWith("us-core-category|sdoh"));
        }

        @Test
        void S_10_a_part_of_them_is_that_part_alone() {
            assertThat(observations.chosen(Set.of(LAB)).text()).isEqualTo(LAB);
        }

        @Test
        void all_parts_are_the_whole() {
            assertThat(observations.chosen(texts(observations)).text()).isEqualTo("patient/Observation.rs");
        }

        @Test
        void no_part_is_nothing() {
            assertThat(observations.chosen(Set.of()).isEmpty()).isTrue();
        }
    }

    @Nested
    class Given_a_wildcard {
        private final DivisibleScope everything = DivisibleScope.of(Scope.parse("patient/*.read"));

        @Test
        void O_01_it_is_divided_by_resource_type() {
            assertThat(texts(everything)).contains("patient/Patient.read", "patient/Immunization.read");
        }

        @Test
        void O_01_without_one_type_it_is_the_others_and_no_wildcard() {
            Set<String> ticked = all(everything);
            ticked.remove("patient/Immunization.read");

            assertThat(everything.chosen(ticked).scopes().stream().map(Scope::text))
                    .contains("patient/Patient.read", "patient/Observation.read")
                    .doesNotContain("patient/*.read", "patient/Immunization.read");
        }

        @Test
        void a_type_that_is_left_out_takes_its_categories_along() {
            Set<String> ticked = all(everything);
            ticked.remove("patient/Observation.read");

            assertThat(everything.chosen(ticked).text()).doesNotContain("Observation");
        }
    }

    @Nested
    class Given_what_is_not_divided {
        @Test
        void it_is_agreed_to_as_a_whole() {
            assertThat(Stream.of("fhirUser", "offline_access", "patient/Patient.rs", LAB, "__own", "launch/patient"))
                    .allSatisfy(text -> assertThat(DivisibleScope.of(Scope.parse(text))
                                    .chosen(Set.of())
                                    .text())
                            .isEqualTo(text));
        }
    }

    /** Whatever comes back: what is chosen is a part of what was asked for, and the whole only where nothing is left out. */
    @Property
    void a_choice_never_widens(@ForAll("whole") String text, @ForAll("picks") List<Integer> picks) {
        Scope whole = Scope.parse(text);
        DivisibleScope divisible = DivisibleScope.of(whole);
        List<String> every = new ArrayList<>(all(divisible));
        Set<String> ticked = new HashSet<>(Set.of("patient/*.cruds", "user/*.cruds", "nonsense"));
        picks.forEach(pick -> ticked.add(every.get(Math.floorMod(pick, every.size()))));

        ScopeSet chosen = divisible.chosen(ticked);

        Statistics.label("something chosen").collect(!chosen.isEmpty());
        assertThat(chosen.scopes()).allMatch(whole::covers);
        assertThat(chosen.contains(text)).isEqualTo(ticked.containsAll(every));
    }

    @Provide
    Arbitrary<String> whole() {
        return Combinators.combine(
                        Arbitraries.of("patient", "user"),
                        Arbitraries.of("*", "Observation", "Condition"),
                        Arbitraries.of("rs", "cruds", "read", "*", "r", "cud"))
                .as((level, type, permission) -> level + "/" + type + "." + permission);
    }

    @Provide
    Arbitrary<List<Integer>> picks() {
        return Arbitraries.integers().between(0, 1000).list().ofMaxSize(60);
    }

    private static List<String> texts(DivisibleScope scope) {
        return scope.parts().stream().map(part -> part.scope().text()).toList();
    }

    private static Set<String> all(DivisibleScope scope) {
        Set<String> texts = new HashSet<>();
        for (DivisibleScope part : scope.parts()) {
            texts.add(part.scope().text());
            texts.addAll(all(part));
        }
        return texts;
    }
}
