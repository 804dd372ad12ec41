package dev.atrium.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.http.error.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private record Thing(String id, String name) {}

    private static final Thing RIVER = new Thing("1", "river");
    private static final Thing HILL = new Thing("2", "hill");

    @Nested
    class Given_something_to_find {
        @Test
        void finds_it_by_its_name_by_its_id_and_by_both() {
            assertThat(resolve(reference("river", null))).isEqualTo(RIVER);
            assertThat(resolve(reference("1", null))).isEqualTo(RIVER);
            assertThat(resolve(reference(null, "1"))).isEqualTo(RIVER);
            assertThat(resolve(reference("river", "1"))).isEqualTo(RIVER);
        }

        @Test
        void refuses_a_name_and_an_id_that_disagree() {
            Problem problem = Refusal.of(() -> resolve(reference("river", "2")));
            assertThat(problem.error()).isEqualTo("invalid_field");
            assertThat(problem.field()).contains("project");
            assertThat(problem.message()).contains("projectId");
        }

        @Test
        void refuses_what_there_is_not() {
            assertThat(Refusal.of(() -> resolve(reference("sea", null))).field())
                    .contains("project");
            assertThat(Refusal.of(() -> resolve(reference(null, "3"))).field()).contains("projectId");
            assertThat(Refusal.of(() -> resolve(reference(null, null))).field()).contains("project");
        }

        @Test
        void takes_no_name_where_an_id_belongs() {
            assertThat(Refusal.of(() -> resolve(reference(null, "river"))).field())
                    .contains("projectId");
        }
    }

    @Nested
    class Given_a_representation_that_was_read_and_changed {
        @Test
        void a_new_name_counts_beside_the_old_id() {
            assertThat(resolve(reference("hill", "1").changing("1", Optional.of("river"))))
                    .isEqualTo(HILL);
        }

        @Test
        void a_new_id_counts_beside_the_old_name() {
            assertThat(resolve(reference("river", "2").changing("1", Optional.of("river"))))
                    .isEqualTo(HILL);
        }

        @Test
        void nothing_changes_when_both_are_as_they_were() {
            assertThat(resolve(reference("river", "1").changing("1", Optional.of("river"))))
                    .isEqualTo(RIVER);
        }

        @Test
        void two_that_are_new_must_agree() {
            assertThat(resolve(reference("hill", "2").changing("1", Optional.of("river"))))
                    .isEqualTo(HILL);
            assertThat(Refusal.of(() -> resolve(reference("hill", "1").changing("9", Optional.of("old"))))
                            .error())
                    .isEqualTo("invalid_field");
        }
    }

    @Nested
    class Given_something_that_cannot_be_changed {
        @Test
        void takes_it_as_it_is_or_left_out() {
            reference(null, null).requireStored("1", ReferenceTest::find, Thing::id);
            reference("river", "1").requireStored("1", ReferenceTest::find, Thing::id);
            reference("1", null).requireStored("1", ReferenceTest::find, Thing::id);
        }

        @Test
        void refuses_another_one() {
            assertThat(Refusal.of(() -> reference("hill", "1").requireStored("1", ReferenceTest::find, Thing::id))
                            .field())
                    .contains("project");
            assertThat(Refusal.of(() -> reference("river", "2").requireStored("1", ReferenceTest::find, Thing::id))
                            .field())
                    .contains("projectId");
            assertThat(Refusal.of(() -> reference("sea", null).requireStored("1", ReferenceTest::find, Thing::id))
                            .field())
                    .contains("project");
        }
    }

    private static Thing resolve(Reference reference) {
        return reference.resolve(ReferenceTest::find, Thing::id);
    }

    private static Optional<Thing> find(String text) {
        return List.of(RIVER, HILL).stream()
                .filter(thing -> thing.id().equals(text) || thing.name().equals(text))
                .findFirst();
    }

    private static Reference reference(@Nullable String nameOrId, @Nullable String id) {
        return new Reference("project", Optional.ofNullable(nameOrId), Optional.ofNullable(id));
    }
}
