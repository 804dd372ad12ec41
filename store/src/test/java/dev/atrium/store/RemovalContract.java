package dev.atrium.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.consent.ConsentRecord;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipFilter;
import dev.atrium.core.policy.AccessPolicy;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What goes, and what stays, when Keycloak removes something. */
abstract class RemovalContract extends StoreContract {
    private final AccessPolicy policy = kept(policy("Clinician"));
    private final Membership anna = kept(MembershipBuilder.with(policy).build());
    private final Membership bert = kept(
            MembershipBuilder.with(policy).of(BERT).in(SURGERY).invitedBy(ANNA).build());
    private final ConsentRecord annas = grant(anna, "openid");
    private final ConsentRecord berts = grant(bert, "openid");
    private final Removals removals;

    RemovalContract(TestDatabase database) {
        super(database);
        grants.save(annas);
        grants.save(berts);
        removals = new Removals(database, realm);
    }

    @Nested
    class Given_a_removed_user {
        Given_a_removed_user() {
            removals.user(ANNA);
        }

        @Test
        void the_memberships_of_that_user_go() {
            assertThat(memberships.find(anna.id())).isEmpty();
        }

        @Test
        void the_grants_of_that_user_go() {
            assertThat(grants.find(annas.key())).isEmpty();
        }

        @Test
        void those_invited_by_that_user_stay_and_forget_by_whom() {
            assertThat(memberships.find(bert.id()))
                    .get()
                    .usingRecursiveComparison()
                    .ignoringFields("history.invitedBy")
                    .isEqualTo(bert);
            assertThat(memberships.find(bert.id()).flatMap(Membership::invitedBy))
                    .isEqualTo(Optional.empty());
        }

        @Test
        void the_grants_of_others_stay() {
            assertThat(grants.find(berts.key())).contains(berts);
        }
    }

    @Nested
    class Given_a_removed_organization {
        Given_a_removed_organization() {
            removals.organization(HOSPITAL);
        }

        @Test
        void its_memberships_and_their_grants_go() {
            assertThat(memberships.find(anna.id())).isEmpty();
            assertThat(grants.find(annas.key())).isEmpty();
        }

        @Test
        void those_of_other_projects_stay() {
            assertThat(memberships.find(bert.id())).contains(bert);
            assertThat(grants.find(berts.key())).contains(berts);
        }
    }

    @Nested
    class Given_a_removed_client {
        @Test
        void its_grants_go_and_memberships_stay() {
            removals.client(APP);
            assertThat(grants.find(annas.key())).isEmpty();
            assertThat(grants.find(berts.key())).isEmpty();
            assertThat(memberships.count(MembershipFilter.ALL)).isEqualTo(2);
        }
    }

    @Nested
    class Given_a_removed_realm {
        @Test
        void all_its_rows_go() {
            removals.realm();
            assertThat(policies.count()).isZero();
            assertThat(memberships.count(MembershipFilter.ALL)).isZero();
            assertThat(grants.find(annas.key())).isEmpty();
        }
    }

    @Nested
    class Given_removals_in_another_realm {
        @Test
        void nothing_goes() {
            Removals elsewhere = new Removals(database, otherRealm);
            elsewhere.user(ANNA);
            elsewhere.organization(HOSPITAL);
            elsewhere.client(APP);
            elsewhere.realm();
            assertThat(policies.find(policy.id())).contains(policy);
            assertThat(memberships.find(anna.id())).contains(anna);
            assertThat(memberships.find(bert.id())).contains(bert);
            assertThat(grants.find(annas.key())).contains(annas);
        }
    }

    @Nested
    class Given_a_removal_that_is_rolled_back {
        @Test
        void everything_stays() {
            removals.rolledBack(ANNA);
            assertThat(memberships.find(anna.id())).contains(anna);
            assertThat(memberships.find(bert.id())).contains(bert);
        }
    }
}
