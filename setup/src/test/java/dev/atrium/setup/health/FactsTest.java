package dev.atrium.setup.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.setup.health.Pkce.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the checks say of facts that are a list or a switch. */
class FactsTest {
    @Nested
    class Given_how_the_server_was_started {
        @Test
        void as_it_should_be_nothing_is_found() {
            assertThat(new ServerState(false).findings()).isEmpty();
        }

        @Test
        void a_feature_that_is_in_the_way_is_named() {
            assertThat(new ServerState(true).findings())
                    .extracting(Finding::kind)
                    .containsExactly(FindingKind.PARAMETERIZED_SCOPES_ON);
        }
    }

    @Nested
    class Given_organizations {
        @Test
        void one_with_a_base_URL_is_fine() {
            assertThat(projects(Map.of("atrium.fhir-base-url", List.of("https://fhir.example.org/r4"))))
                    .isEmpty();
        }

        @Test
        void one_without_is_found() {
            assertThat(projects(Map.of()))
                    .singleElement()
                    .satisfies(one -> assertThat(one.kind()).isEqualTo(FindingKind.FHIR_BASE_URL_MISSING));
        }

        @Test
        void one_that_cannot_be_read_is_found_with_its_value() {
            assertThat(projects(Map.of("atrium.fhir-base-url", List.of("fhir.example.org"))))
                    .singleElement()
                    .satisfies(one -> assertThat(one.kind()).isEqualTo(FindingKind.PROJECT_SETTING))
                    .satisfies(one -> assertThat(one.cause()).contains("'fhir.example.org'"));
        }

        private Stream<Finding> projects(Map<String, List<String>> attributes) {
            return ProjectSettings.findings(Map.of("clinic", attributes));
        }
    }

    @Nested
    class Given_access_policies {
        @Test
        void one_that_nobody_has_is_a_hint() {
            assertThat(new Policies(List.of("reader"), List.of("reader"), Map.of()).findings())
                    .singleElement()
                    .satisfies(one -> assertThat(one.matters()).isFalse());
        }

        @Test
        void one_that_a_service_names_in_whatever_case_is_used() {
            assertThat(new Policies(List.of("Reader"), List.of("Reader"), Map.of("sync", "reader ")).findings())
                    .isEmpty();
        }

        @Test
        void one_that_a_service_names_and_that_is_not_there_is_found() {
            assertThat(new Policies(List.of(), List.of(), Map.of("sync", "gone")).findings())
                    .singleElement()
                    .satisfies(one -> assertThat(one.subject()).isEqualTo("sync"))
                    .satisfies(one -> assertThat(one.cause()).contains("'gone'"));
        }
    }

    @Nested
    class Given_apps_that_may_request_SMART_scopes {
        @Test
        void one_that_nothing_has_use_S256_is_found() {
            assertThat(pkce(Map.of("app", "plain")))
                    .extracting(Finding::subject)
                    .containsExactly("app");
        }

        @Test
        void one_with_the_setting_is_fine() {
            assertThat(pkce(Map.of("app", "S256"))).isEmpty();
        }

        @Test
        void one_that_a_client_policy_covers_is_fine() {
            assertThat(pkce(Map.of(), new Rule(true, List.of()))).isEmpty();
            assertThat(pkce(Map.of(), new Rule(false, List.of("app")))).isEmpty();
            assertThat(pkce(Map.of(), new Rule(false, List.of("other")))).hasSize(1);
        }

        private Stream<Finding> pkce(Map<String, String> methods, Rule... rules) {
            return new Pkce(List.of("app"), methods, List.of(rules)).findings();
        }
    }

    @Nested
    class Given_a_kind_of_finding {
        @ParameterizedTest
        @EnumSource(FindingKind.class)
        void has_an_id_of_small_letters(FindingKind kind) {
            assertThat(kind.id()).matches("[a-z0-9-]+");
        }
    }
}
