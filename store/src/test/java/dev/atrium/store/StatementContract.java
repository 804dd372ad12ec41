package dev.atrium.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipFilter;
import dev.atrium.core.membership.ProfileSearch;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.store.jpa.RealmRows;
import dev.atrium.store.membership.JpaMembershipStore;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How many statements the calls of a sign-in send. */
abstract class StatementContract extends StoreContract {
    StatementContract(TestDatabase database) {
        super(database);
    }

    @Nested
    class Given_1000_memberships_of_one_person_with_several_policies {
        private final List<AccessPolicy> several = List.of(kept(policy("A")), kept(policy("B")), kept(policy("C")));
        private final List<Membership> all = IntStream.range(0, 1000)
                .mapToObj(n -> MembershipBuilder.with(several.get(n % 3))
                        .as("Patient/" + n)
                        .lastUsed(NOON.plusSeconds(n))
                        .build())
                .toList();

        Given_1000_memberships_of_one_person_with_several_policies() {
            database.run(entities -> {
                JpaMembershipStore store = new JpaMembershipStore(new RealmRows(entities, realm));
                all.forEach(store::create);
            });
        }

        @Test
        void they_are_offered_with_one_statement() {
            assertThat(database.statements(() -> assertThat(profiles.activeOf(ANNA, ProfileSearch.ALL, 1000))
                            .hasSize(1000)))
                    .isEqualTo(1);
        }

        @Test
        void at_most_as_many_as_asked_for_are_offered() {
            assertThat(profiles.activeOf(ANNA, ProfileSearch.ALL, 20))
                    .hasSize(20)
                    .first()
                    .isEqualTo(all.get(999));
        }

        @Test
        void they_are_listed_with_one_statement() {
            assertThat(database.statements(() -> memberships.list(MembershipFilter.ALL, ALL)))
                    .isEqualTo(1);
        }
    }

    @Nested
    class Given_a_membership {
        private final Membership present =
                kept(MembershipBuilder.with(kept(policy("A"))).build());

        @Test
        void it_is_found_with_one_statement() {
            assertThat(database.statements(() -> memberships.find(present.id())))
                    .isEqualTo(1);
        }

        @Test
        void it_is_used_with_one_statement() {
            assertThat(database.statements(() -> memberships.used(present.id(), NOON)))
                    .isEqualTo(1);
        }

        @Test
        void it_is_created_with_three() {
            Membership other =
                    MembershipBuilder.with(present.policy()).as("Patient/1").build();
            assertThat(database.statements(() -> memberships.create(other))).isEqualTo(3);
        }

        @Test
        void its_grant_is_found_with_one_statement() {
            assertThat(database.statements(
                            () -> grants.find(grant(present, "openid").key())))
                    .isEqualTo(1);
        }
    }
}
