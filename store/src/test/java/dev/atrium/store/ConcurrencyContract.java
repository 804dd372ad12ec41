package dev.atrium.store;

import static dev.atrium.core.store.Outcome.DONE;
import static dev.atrium.core.store.Outcome.IN_USE;
import static dev.atrium.core.store.Outcome.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atrium.core.consent.ConsentRecord;
import dev.atrium.core.consent.ConsentedScopes;
import dev.atrium.core.invitation.Invitation;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipFilter;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.store.consent.JpaConsentStore;
import dev.atrium.store.invitation.JpaInvitationStore;
import dev.atrium.store.jpa.RealmRows;
import dev.atrium.store.membership.JpaAccessPolicyStore;
import dev.atrium.store.membership.JpaMembershipStore;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ModelDuplicateException;

/** What happens when two transactions want the same. */
abstract class ConcurrencyContract extends StoreContract {
    private final AccessPolicy clinician = kept(policy("Clinician"));

    ConcurrencyContract(TestDatabase database) {
        super(database);
    }

    /** Runs the second when the first has written and not yet committed. */
    <T> CompletableFuture<T> during(Runnable firstHasWritten, Supplier<T> second) {
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(second);
        assertThatThrownBy(() -> answer.get(300, TimeUnit.MILLISECONDS))
                .as("the second waits for the first")
                .isInstanceOf(TimeoutException.class);
        firstHasWritten.run();
        return answer;
    }

    @Nested
    class Given_two_transactions_at_the_same_time {
        private final Membership one = MembershipBuilder.with(clinician).build();
        private final Membership twin =
                MembershipBuilder.with(kept(policy("Reader"))).build();

        @Test
        void one_of_two_equal_memberships_is_kept_and_the_other_transaction_ends_as_a_duplicate() {
            CompletableFuture<?> second = database.ask(entities -> {
                new JpaMembershipStore(new RealmRows(entities, realm)).create(one);
                return during(() -> {}, () -> memberships.create(twin));
            });
            assertThatThrownBy(second::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(ModelDuplicateException.class);
            assertThat(memberships.list(MembershipFilter.ALL, ALL)).containsExactly(one);
        }

        @Test
        void the_second_membership_is_kept_when_the_first_transaction_is_rolled_back() {
            CompletableFuture<?> second = database.ask(entities -> {
                new JpaMembershipStore(new RealmRows(entities, realm)).create(one);
                return during(() -> entities.getTransaction().rollback(), () -> memberships.create(twin));
            });
            assertThat(second.join()).isEqualTo(DONE);
            assertThat(memberships.list(MembershipFilter.ALL, ALL)).containsExactly(twin);
        }

        @Test
        void one_of_two_policies_of_that_name_is_kept() {
            AccessPolicy nurse = policy("Nurse");
            CompletableFuture<?> second = database.ask(entities -> {
                new JpaAccessPolicyStore(new RealmRows(entities, realm)).create(nurse);
                return during(() -> {}, () -> policies.create(policy("NURSE")));
            });
            assertThatThrownBy(second::join).hasCauseInstanceOf(ModelDuplicateException.class);
            assertThat(policies.findByName("nurse")).contains(nurse);
        }

        @Test
        void a_policy_that_a_membership_is_getting_is_not_deleted() {
            CompletableFuture<?> second = database.ask(entities -> {
                new JpaMembershipStore(new RealmRows(entities, realm)).create(one);
                return during(() -> {}, () -> policies.delete(clinician.id()));
            });
            assertThat(second.join()).isEqualTo(IN_USE);
            assertThat(memberships.list(MembershipFilter.ALL, ALL)).containsExactly(one);
        }

        @Test
        void a_membership_does_not_get_a_policy_that_is_being_deleted() {
            CompletableFuture<?> second = database.ask(entities -> {
                new JpaAccessPolicyStore(new RealmRows(entities, realm)).delete(clinician.id());
                return during(() -> {}, () -> memberships.create(one));
            });
            assertThat(second.join()).isEqualTo(NOT_FOUND);
            assertThat(memberships.count(MembershipFilter.ALL)).isZero();
        }

        @Test
        void a_use_during_an_update_is_not_lost() {
            kept(one);
            CompletableFuture<?> second = database.ask(entities -> {
                new JpaMembershipStore(new RealmRows(entities, realm))
                        .update(MembershipBuilder.like(one).label("new").build());
                return during(() -> {}, () -> {
                    memberships.used(one.id(), NOON);
                    return one;
                });
            });
            second.join();
            assertThat(memberships.find(one.id()))
                    .contains(MembershipBuilder.like(one)
                            .label("new")
                            .lastUsed(NOON)
                            .build());
        }

        @Test
        void who_wants_to_change_a_membership_waits_for_whoever_is_at_it_and_sees_what_became_of_it() {
            kept(one);
            CompletableFuture<Optional<Membership>> second = database.ask(entities -> {
                JpaMembershipStore first = new JpaMembershipStore(new RealmRows(entities, realm));
                first.lock(one.id());
                return during(() -> first.update(one.switched(false)), () -> memberships.lock(one.id()));
            });
            assertThat(second.join()).contains(one.switched(false));
        }

        @Test
        void the_later_of_two_equal_grants_stays() {
            kept(one);
            ConsentRecord first = grant(one, "openid");
            ConsentRecord later = new ConsentRecord(
                    first.key(), ConsentedScopes.to(ScopeSet.parse("openid fhirUser")), NOON.plusSeconds(1));
            CompletableFuture<?> second = database.ask(entities -> {
                new JpaConsentStore(new RealmRows(entities, realm)).save(first);
                return during(() -> {}, () -> {
                    grants.save(later);
                    return later;
                });
            });
            second.join();
            assertThat(grants.find(first.key())).contains(later);
        }

        @Test
        void who_wants_to_accept_an_invitation_waits_for_whoever_is_at_it_and_sees_what_became_of_it() {
            Invitation carla = InvitationBuilder.with(clinician).build();
            invitations.create(carla);
            Invitation accepted = carla.accepted(one.id(), ANNA, NOON);
            CompletableFuture<Optional<Invitation>> second = database.ask(entities -> {
                JpaInvitationStore first = new JpaInvitationStore(new RealmRows(entities, realm));
                first.lock(carla.id());
                return during(() -> first.update(accepted), () -> invitations.lock(carla.id()));
            });
            assertThat(second.join()).contains(accepted);
        }
    }
}
