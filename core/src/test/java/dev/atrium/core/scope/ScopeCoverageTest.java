package dev.atrium.core.scope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeCoverageTest {
    private static final String OBSERVATION = "patient/Observation.rs?";

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "category=a category=a&category=b",
                "category=a,b category=a",
                "category=a&status=final status=final&category=a",
                "category=a%7Cb category=a|b",
                "category=a%7cb category=a%7Cb",
                "category=a,b category=b%2Ca",
                "category=a%5C,b category=a%5C%2Cb"
            })
    void a_query_covers_one_that_asks_for_as_much_or_more(String wide, String narrow) {
        assertThat(covers(OBSERVATION + wide, OBSERVATION + narrow)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "category=a&category=b category=a",
                "category=a category=a,b",
                "category=a status=a",
                "category=a category=A",
                "category=a%5C,b category=a",
                "category=%FF category=%FE",
                "category=a&category=b category=a,b"
            })
    void a_query_covers_nothing_else(String one, String other) {
        assertThat(covers(OBSERVATION + one, OBSERVATION + other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patient/*.rs?category=a",
                "patient/Observation.rs?_count=1",
                "patient/Observation.rs?category=a&_include=Observation:subject",
                "patient/Observation.rs?_unheardOf=1",
                "patient/Observation.rs?code:not=a",
                "patient/Observation.rs?subject.name=a",
                "patient/Observation.rs?_filter=a",
                "patient/Observation.rs?category=,",
                "patient/Observation.rs?category=a,",
                "patient/Observation.rs?category=|",
                "patient/Observation.rs?category=%20",
                "patient/Observation.rs?category=%00"
            })
    void a_query_that_may_select_everything_grants_nothing(String text) {
        assertThat(Scope.parse(text).resource()).isPresent();
        assertThat(covers(text, text)).isFalse();
        assertThat(covers("patient/*.cruds", text)).isFalse();
        assertThat(covers(text + " patient/Patient.r", "patient/Observation.r?category=a"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patient/Foo.rs",
                "patient/Observation.rs?category=%zz",
                "patient/Observation.rs?category=a%",
                "patient/Observation.rs?category=a%2",
                "patient/Observation.rs?category=a,%2g",
                "patient/Observation.rs?category=%%41",
                "patient/Observation.rs?category=a&status=%-1",
                "Patient/Observation.rs",
                " user/*.rs",
                "launch/Patient",
                "LAUNCH",
                "Launch?role=",
                "http://smarthealthit.org/fhir/scopes/patient/Foo.rs",
                "*/patient/Observation.rs"
            })
    void what_looks_like_a_FHIR_scope_concerns_FHIR_though_it_is_unreadable(String text) {
        assertThat(Scope.parse(text).kind()).isEqualTo(ScopeKind.UNREADABLE);
        assertThat(Scope.parse(text).concernsFhir()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "openid", "offline_access", "roles", "__x", "https://example.org/x", ""})
    void what_Keycloak_knows_better_does_not_concern_FHIR(String text) {
        assertThat(Scope.parse(text).concernsFhir()).isFalse();
    }

    @Nested
    class Given_several_scopes {
        @Test
        void interactions_are_united() {
            assertThat(covers("patient/*.r patient/Observation.s", "patient/Observation.rs"))
                    .isTrue();
        }

        @Test
        void alternatives_are_united() {
            assertThat(covers(
                            "user/Condition.r?category=a user/Condition.r?category=b", "user/Condition.r?category=a,b"))
                    .isTrue();
        }

        @Test
        void types_are_not_all_types_however_many_they_are() {
            assertThat(covers("user/Condition.r user/Observation.r", "user/*.r"))
                    .isFalse();
        }

        @Test
        void levels_do_not_stand_for_one_another() {
            assertThat(covers("user/*.cruds system/*.cruds", "patient/Observation.r"))
                    .isFalse();
        }

        @Test
        void a_launch_context_covers_its_roles_but_not_the_other_way_round() {
            assertThat(covers("launch/list", "launch/list?role=a")).isTrue();
            assertThat(covers("launch/list?role=a launch", "launch/list")).isFalse();
        }

        @Test
        void the_URI_form_means_the_same() {
            assertThat(covers("patient/*.rs", "http://smarthealthit.org/fhir/scopes/patient/Patient.r"))
                    .isTrue();
        }
    }

    @Nested
    class Given_more_text_than_anybody_needs {
        @Test
        void a_long_token_is_kept_and_unreadable() {
            String text = "patient/Observation.rs?code=" + "a".repeat(8_000);
            assertThat(ScopeSet.parse(text).text()).isEqualTo(text);
            assertThat(ScopeSet.parse(text).scopes()).allMatch(UnreadableScope.class::isInstance);
        }

        @Test
        void a_long_parameter_is_kept_unreadable_and_concerns_FHIR() {
            String text = "openid ".repeat(15_000);
            assertThat(ScopeSet.parse(text).text()).isEqualTo(text);
            assertThat(ScopeSet.parse(text).scopes()).singleElement().matches(Scope::concernsFhir);
        }

        @Test
        void very_many_search_parameters_are_unreadable() {
            String text = "patient/Observation.rs?a=b" + "&a=b".repeat(100);
            assertThat(Scope.parse(text).kind()).isEqualTo(ScopeKind.UNREADABLE);
        }
    }

    private static boolean covers(String scopes, String other) {
        return ScopeSet.parse(scopes).covers(Scope.parse(other));
    }
}
