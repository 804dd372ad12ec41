package dev.atrium.store.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KnownChangesTest {
    @Nested
    class Given_the_changelog_of_this_version {
        private final KnownChanges known = KnownChanges.of("META-INF/atrium-store-changelog.xml");

        @Test
        void knows_the_changes_of_all_files_that_it_includes() {
            assertThat(known.ids()).contains("1-membership", "9-organization-ids-of-now", "10-second-factor");
        }

        @Test
        void what_it_does_not_know_was_made_by_a_newer_one() {
            assertThat(known.unknown(List.of("1-membership", "99-later"))).containsExactly("99-later");
        }
    }

    @Nested
    class Given_the_changelog_of_an_older_version {
        @Test
        void tables_of_this_version_are_newer() {
            KnownChanges older = KnownChanges.of("META-INF/atrium-store-changelog-26.7.3-1.xml");

            assertThat(older.unknown(KnownChanges.of("META-INF/atrium-store-changelog.xml")
                            .ids()))
                    .contains("7-consent", "10-second-factor")
                    .doesNotContain("1-membership");
        }
    }
}
