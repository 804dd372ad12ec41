package dev.atrium.core.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.discovery.UserAccessBrand.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserAccessBrandTest {
    private static final String BUNDLE = "https://brands.example.org/bundle.json";

    @Nested
    class Given_the_attributes_of_an_organization {
        @Test
        void finds_bundle_and_identifier() {
            assertThat(read(BUNDLE, "https://example.org/brands|7"))
                    .contains(new UserAccessBrand(
                            BUNDLE, Optional.of(new Identifier(Optional.of("https://example.org/brands"), "7"))));
        }

        @Test
        void takes_an_identifier_without_a_system() {
            assertThat(read(BUNDLE, "7"))
                    .contains(new UserAccessBrand(BUNDLE, Optional.of(new Identifier(Optional.empty(), "7"))));
        }

        @Test
        void finds_nothing_where_they_say_nothing() {
            assertThat(UserAccessBrand.read(Map.of())).isEmpty();
            assertThat(UserAccessBrand.problem(Map.of())).isEmpty();
        }
    }

    @Nested
    class Given_attributes_that_cannot_be_read {
        @ParameterizedTest
        @ValueSource(strings = {"brands.example.org", "ftp://brands.example.org", "javascript:alert(1)", "a b"})
        void names_a_bundle_that_is_no_web_address(String bundle) {
            assertThat(UserAccessBrand.problem(Map.of(UserAccessBrand.BUNDLE, List.of(bundle))))
                    .hasValueSatisfying(problem -> assertThat(problem).contains(UserAccessBrand.BUNDLE, bundle));
            assertThat(UserAccessBrand.read(Map.of(UserAccessBrand.BUNDLE, List.of(bundle))))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"|7", "brands|7", "https://example.org/brands|"})
        void names_an_identifier_without_system_or_value(String identifier) {
            assertThat(read(BUNDLE, identifier)).isEmpty();
        }

        @Test
        void names_an_identifier_without_a_bundle() {
            assertThat(UserAccessBrand.problem(Map.of(UserAccessBrand.IDENTIFIER, List.of("7"))))
                    .hasValueSatisfying(problem -> assertThat(problem).contains(UserAccessBrand.BUNDLE));
        }
    }

    private static Optional<UserAccessBrand> read(String bundle, String identifier) {
        return UserAccessBrand.read(
                Map.of(UserAccessBrand.BUNDLE, List.of(bundle), UserAccessBrand.IDENTIFIER, List.of(identifier)));
    }
}
