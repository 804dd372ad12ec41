package dev.atrium.setup.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RequiredActionCheckTest {
    @Nested
    class Given_both_where_they_must_be {
        @Test
        void nothing_is_found() {
            assertThat(found(true, "atrium-home", "UPDATE_PASSWORD", "atrium-stages"))
                    .isEmpty();
        }
    }

    @Nested
    class Given_the_one_for_the_identity_provider {
        @Test
        void it_must_be_on_where_there_are_rules() {
            assertThat(found(true, "UPDATE_PASSWORD", "atrium-stages"))
                    .singleElement()
                    .satisfies(one -> assertThat(one.kind()).isEqualTo(FindingKind.HOME_ACTION))
                    .satisfies(one -> assertThat(one.cause()).contains("is off", "'Forgot password'"));
        }

        @Test
        void it_may_be_off_where_there_are_none() {
            assertThat(found(false, "UPDATE_PASSWORD", "atrium-stages")).isEmpty();
        }

        @Test
        void it_must_be_the_first() {
            assertThat(found(true, "UPDATE_PASSWORD", "atrium-home", "atrium-stages"))
                    .singleElement()
                    .satisfies(one -> assertThat(one.cause()).contains("'UPDATE_PASSWORD' runs before it"));
        }
    }

    @Nested
    class Given_the_one_for_profile_and_scopes {
        @Test
        void it_must_be_on() {
            assertThat(found(false, "UPDATE_PASSWORD"))
                    .singleElement()
                    .satisfies(one -> assertThat(one.kind()).isEqualTo(FindingKind.STAGES_ACTION))
                    .satisfies(one -> assertThat(one.cause()).contains("is off", "invalid_scope"));
        }

        @Test
        void it_must_be_the_last() {
            assertThat(found(false, "atrium-stages", "UPDATE_PROFILE"))
                    .singleElement()
                    .satisfies(one -> assertThat(one.cause()).contains("'UPDATE_PROFILE' runs after it"));
        }
    }

    private static List<Finding> found(boolean rules, String... enabled) {
        return new RequiredActionCheck(List.of(enabled)).findings(rules);
    }
}
