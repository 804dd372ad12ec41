package dev.atrium.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.membership.FhirProfile;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipFilter;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.store.Page;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How memberships are listed and counted. */
abstract class MembershipListContract extends StoreContract {
    final AccessPolicy clinician = kept(policy("Clinician"));

    MembershipListContract(TestDatabase database) {
        super(database);
    }

    @Nested
    class Given_memberships_of_two_people_in_two_projects {
        private final Membership annaHospital =
                kept(MembershipBuilder.with(clinician).build());
        private final Membership annaSurgery = kept(MembershipBuilder.with(clinician)
                .in(SURGERY)
                .created(NOON.plusSeconds(1))
                .build());
        private final Membership bertHospital = kept(MembershipBuilder.with(clinician)
                .of(BERT)
                .as("Patient/1")
                .created(NOON.plusSeconds(2))
                .inactive()
                .build());

        @Test
        void lists_all_by_creation() {
            assertThat(memberships.list(MembershipFilter.ALL, ALL))
                    .containsExactly(annaHospital, annaSurgery, bertHospital);
        }

        @Test
        void lists_those_of_a_project() {
            assertListed(new Filter().project(), annaHospital, bertHospital);
        }

        @Test
        void lists_those_of_a_person() {
            assertListed(new Filter().user(), annaHospital, annaSurgery);
        }

        @Test
        void lists_those_with_a_profile() {
            assertListed(new Filter().profile("Patient/1"), bertHospital);
        }

        @Test
        void lists_the_inactive() {
            assertListed(new Filter().active(false), bertHospital);
        }

        @Test
        void lists_the_active() {
            assertListed(new Filter().active(true), annaHospital, annaSurgery);
        }

        @Test
        void lists_what_fulfils_every_condition() {
            assertListed(new Filter().project().user().active(true).profile("Practitioner/1"), annaHospital);
        }

        private void assertListed(Filter filter, Membership... expected) {
            assertThat(memberships.list(filter.build(), ALL)).containsExactly(expected);
            assertThat(memberships.count(filter.build())).isEqualTo(expected.length);
        }
    }

    @Nested
    class Given_25_memberships_made_in_the_same_instant {
        private final List<Membership> all = IntStream.range(0, 25)
                .mapToObj(n -> kept(
                        MembershipBuilder.with(clinician).as("Patient/" + n).build()))
                .toList();

        @Test
        void pages_hold_each_of_them_once() {
            assertThat(IntStream.of(0, 10, 20)
                            .mapToObj(first -> memberships.list(MembershipFilter.ALL, new Page(first, 10)))
                            .flatMap(List::stream))
                    .hasSize(25)
                    .containsExactlyInAnyOrderElementsOf(all)
                    .isSortedAccordingTo((one, other) ->
                            one.id().value().compareTo(other.id().value()));
        }

        @Test
        void the_last_page_is_short() {
            assertThat(memberships.list(MembershipFilter.ALL, new Page(20, 10))).hasSize(5);
        }

        @Test
        void a_page_behind_the_end_is_empty() {
            assertThat(memberships.list(MembershipFilter.ALL, new Page(25, 10))).isEmpty();
        }

        @Test
        void a_part_begins_after_the_one_named() {
            List<Membership> ordered = memberships.list(MembershipFilter.ALL, ALL);

            assertThat(memberships.list(MembershipFilter.ALL, after(ordered.get(9))))
                    .isEqualTo(ordered.subList(10, 20));
            assertThat(memberships.list(MembershipFilter.ALL, after(ordered.get(24))))
                    .isEmpty();
        }

        @Test
        void a_part_after_nothing_is_empty() {
            assertThat(memberships.list(
                            MembershipFilter.ALL,
                            after(MembershipBuilder.with(clinician).build())))
                    .isEmpty();
            assertThat(membershipsElsewhere.list(MembershipFilter.ALL, after(all.get(0))))
                    .isEmpty();
        }

        @Test
        void counts_all() {
            assertThat(memberships.count(MembershipFilter.ALL)).isEqualTo(25);
        }

        @Test
        void counts_no_further_than_asked() {
            assertThat(memberships.count(MembershipFilter.ALL, 25)).isEqualTo(25);
            assertThat(memberships.count(MembershipFilter.ALL, 24)).isEqualTo(24);
        }

        private Page after(Membership last) {
            return new Page(0, 10, Optional.of(last.id().value()));
        }
    }

    /** A filter with the conditions that were named: the hospital, Anna. */
    private static final class Filter {
        private MembershipFilter filter = MembershipFilter.ALL;

        Filter project() {
            filter = new MembershipFilter(Optional.of(HOSPITAL), filter.user(), filter.profile(), filter.active());
            return this;
        }

        Filter user() {
            filter = new MembershipFilter(filter.project(), Optional.of(ANNA), filter.profile(), filter.active());
            return this;
        }

        Filter profile(String reference) {
            filter = new MembershipFilter(
                    filter.project(), filter.user(), FhirProfile.parse(reference), filter.active());
            return this;
        }

        Filter active(boolean active) {
            filter = new MembershipFilter(filter.project(), filter.user(), filter.profile(), Optional.of(active));
            return this;
        }

        MembershipFilter build() {
            return filter;
        }
    }

    @Nested
    class Given_an_external_id {
        private final AccessPolicy policy = kept(policy("external"));
        private final Membership membership =
                kept(MembershipBuilder.with(policy).externalId("hr-1").build());

        @Test
        void finds_the_one_that_has_it_in_its_project() {
            assertThat(memberships.findByExternalId(membership.project(), "hr-1"))
                    .contains(membership);
        }

        @Test
        void finds_none_in_another_project_or_realm() {
            assertThat(memberships.findByExternalId(SURGERY, "hr-1")).isEmpty();
            assertThat(membershipsElsewhere.findByExternalId(membership.project(), "hr-1"))
                    .isEmpty();
            assertThat(memberships.findByExternalId(membership.project(), "hr-2"))
                    .isEmpty();
        }
    }
}
