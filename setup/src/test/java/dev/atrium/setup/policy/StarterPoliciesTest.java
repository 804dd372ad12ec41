package dev.atrium.setup.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.membership.ProfileType;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeKind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StarterPoliciesTest {
    @Nested
    class Given_the_policies_to_begin_with {
        @Test
        void allow_to_read_and_to_search_and_nothing_else() {
            assertThat(StarterPolicies.all())
                    .flatExtracting(StarterPolicies.Starter::scopes)
                    .isNotEmpty()
                    .allSatisfy(scope -> {
                        assertThat(Scope.parse(scope).kind()).isEqualTo(ScopeKind.RESOURCE);
                        assertThat(scope).matches(".+\\.rs?");
                    });
        }

        @Test
        void let_the_FHIR_server_be_asked_whose_relative_somebody_is() {
            assertThat(StarterPolicies.all())
                    .filteredOn(policy -> StarterPolicies.of(ProfileType.RELATED_PERSON)
                            .filter(policy.name()::equals)
                            .isPresent())
                    .singleElement()
                    .satisfies(policy -> assertThat(policy.scopes()).contains("user/RelatedPerson.r"));
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PERSON")
        void are_there_for_each_kind_of_profile(ProfileType type) {
            assertThat(StarterPolicies.of(type))
                    .hasValueSatisfying(
                            name -> assertThat(StarterPolicies.has(name)).isTrue());
        }
    }
}
