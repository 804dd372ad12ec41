package dev.atrium.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.membership.FittingPolicies;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.ProfileSearch;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.policy.AccessPolicyId;
import dev.atrium.store.jpa.RealmRows;
import dev.atrium.store.membership.JpaMembershipStore;
import dev.atrium.store.membership.JpaProfileStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a person finds their own profiles. */
abstract class ProfileSearchContract extends StoreContract {
    private static final String FIRST = "00000000-0000-0000-0000-000000000001";
    private static final String SECOND = "00000000-0000-0000-0000-000000000002";

    final AccessPolicy clinician = kept(policy("Clinician"));

    ProfileSearchContract(TestDatabase database) {
        super(database);
    }

    List<Membership> search(String text, ProjectId... projects) {
        return profiles.activeOf(ANNA, new ProfileSearch(Optional.of(text), Set.of(projects)), 10);
    }

    MembershipBuilder patient(String id) {
        return MembershipBuilder.with(clinician).as("Patient/" + id);
    }

    @Nested
    class Given_memberships_used_at_different_times {
        private final Membership never = kept(patient("never").build());
        private final Membership earlier =
                kept(patient("earlier").lastUsed(NOON.plusSeconds(1)).build());
        private final Membership later =
                kept(patient("later").lastUsed(NOON.plusSeconds(2)).build());

        @Test
        void offers_the_last_used_first_and_the_never_used_last() {
            assertThat(profiles.activeOf(ANNA, ProfileSearch.ALL, 10)).containsExactly(later, earlier, never);
        }

        @Test
        void offers_at_most_what_is_asked_for() {
            assertThat(profiles.activeOf(ANNA, ProfileSearch.ALL, 2)).containsExactly(later, earlier);
        }

        @Test
        void a_use_moves_a_membership_to_the_front_in_the_same_transaction() {
            database.run(entities -> {
                JpaMembershipStore store = new JpaMembershipStore(new RealmRows(entities, realm));
                JpaProfileStore offered = new JpaProfileStore(new RealmRows(entities, realm));
                offered.activeOf(ANNA, ProfileSearch.ALL, 10);
                store.used(never.id(), NOON.plusSeconds(3));
                assertThat(offered.activeOf(ANNA, ProfileSearch.ALL, 1))
                        .containsExactly(MembershipBuilder.like(never)
                                .lastUsed(NOON.plusSeconds(3))
                                .build());
            });
        }
    }

    @Nested
    class Given_memberships_that_were_never_used {
        private final Membership young =
                kept(patient("young").id(FIRST).created(NOON.plusSeconds(1)).build());
        private final Membership old = kept(patient("old").id(SECOND).build());

        @Test
        void offers_the_older_first() {
            assertThat(profiles.activeOf(ANNA, ProfileSearch.ALL, 10)).containsExactly(old, young);
            memberships.delete(young.id());
            memberships.delete(old.id());
        }
    }

    @Nested
    class Given_memberships_that_are_not_offered {
        @Test
        void hides_the_inactive() {
            kept(patient("1").inactive().build());
            assertThat(profiles.activeOf(ANNA, ProfileSearch.ALL, 10)).isEmpty();
        }

        @Test
        void hides_those_of_others() {
            kept(patient("1").of(BERT).build());
            assertThat(profiles.activeOf(ANNA, ProfileSearch.ALL, 10)).isEmpty();
        }
    }

    @Nested
    class Given_a_text_to_search {
        private final Membership child =
                kept(patient("child").label("My child Zoë").build());
        private final Membership doctor = kept(MembershipBuilder.with(clinician)
                .in(SURGERY)
                .label("100%_sure!\\[x]")
                .build());
        private final Membership unlabelled = kept(patient("A-7").lastUsed(NOON).build());

        @Test
        void finds_a_part_of_a_label_in_any_case() {
            assertThat(search("MY CHILD")).containsExactly(child);
        }

        @Test
        void finds_letters_beyond_ascii_in_any_case() {
            assertThat(search("ZOË")).containsExactly(child);
        }

        @Test
        void finds_a_part_of_a_profile_in_any_case() {
            assertThat(search("patient/a-")).containsExactly(unlabelled);
        }

        @Test
        void finds_nothing_for_what_is_nowhere() {
            assertThat(search("nowhere")).isEmpty();
        }

        @Test
        void finds_memberships_of_matching_projects_too() {
            assertThat(search("child", SURGERY)).containsExactlyInAnyOrder(child, doctor);
        }

        @Test
        void projects_without_a_text_do_not_narrow() {
            assertThat(profiles.activeOf(ANNA, new ProfileSearch(Optional.empty(), Set.of(SURGERY)), 10))
                    .hasSize(3);
        }

        @ParameterizedTest
        @ValueSource(strings = {"%", "_", "!", "\\", "[", "%_", "100%_sure!\\["})
        void takes_wildcards_as_letters(String wildcard) {
            assertThat(search(wildcard)).containsExactly(doctor);
        }

        @ParameterizedTest
        @ValueSource(strings = {"c%d", "m_ child", "%%", "' or '1'='1"})
        void lets_no_wildcard_match_other_letters(String pattern) {
            assertThat(search(pattern)).isEmpty();
        }

        @Test
        void a_matching_project_does_not_show_the_memberships_of_others() {
            kept(patient("2").of(BERT).in(SURGERY).build());
            assertThat(search("nowhere", SURGERY)).containsExactly(doctor);
        }
    }

    @Nested
    class Given_memberships_with_different_policies {
        private final AccessPolicy reader = kept(policy("Reader"));
        private final Membership patient = kept(patient("1").build());
        private final Membership practitioner =
                kept(MembershipBuilder.with(clinician).as("Practitioner/1").build());
        private final Membership readingPatient =
                kept(MembershipBuilder.with(reader).as("Patient/2").build());

        @Test
        void finds_those_with_the_policies_asked_for() {
            assertThat(fitting(Set.of(clinician.id()), Set.of())).containsExactly(patient);
            assertThat(fitting(Set.of(), Set.of(clinician.id()))).containsExactly(practitioner);
            assertThat(fitting(Set.of(clinician.id(), reader.id()), Set.of(reader.id())))
                    .containsExactlyInAnyOrder(patient, readingPatient);
            assertThat(fitting(Set.of(), Set.of())).isEmpty();
        }

        @Test
        void narrows_a_search_too() {
            ProfileSearch search = new ProfileSearch(Optional.of("patient/"), Set.of(HOSPITAL))
                    .with(new FittingPolicies(Set.of(reader.id()), Set.of()));

            assertThat(profiles.activeOf(ANNA, search, 10)).containsExactly(readingPatient);
        }

        @Test
        void knows_the_policies_of_a_person() {
            kept(patient("3").of(BERT).build());
            kept(policy("Unused"));

            assertThat(profiles.policiesOf(ANNA)).containsExactlyInAnyOrder(clinician, reader);
            assertThat(profiles.policiesOf(BERT)).containsExactly(clinician);
            assertThat(profilesElsewhere.policiesOf(ANNA)).isEmpty();
        }

        private List<Membership> fitting(Set<AccessPolicyId> ofPatients, Set<AccessPolicyId> ofOthers) {
            return profiles.activeOf(ANNA, ProfileSearch.ALL.with(new FittingPolicies(ofPatients, ofOthers)), 10);
        }
    }

    @Nested
    class Given_memberships_in_two_projects {
        @Test
        void knows_the_projects_of_a_person() {
            kept(patient("1").build());
            kept(patient("2").build());
            kept(patient("3").in(SURGERY).build());
            kept(patient("4").of(BERT).in(SURGERY).build());
            kept(patient("5").of(BERT).inactive().build());

            assertThat(profiles.projectsOf(ANNA)).containsExactlyInAnyOrder(HOSPITAL, SURGERY);
            assertThat(profiles.projectsOf(BERT)).containsExactly(SURGERY);
            assertThat(profilesElsewhere.projectsOf(ANNA)).isEmpty();
        }
    }
}
