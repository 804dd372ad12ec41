package dev.atrium.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.project.Agreement;
import dev.atrium.core.project.ClientUuid;
import dev.atrium.core.project.Grant;
import dev.atrium.core.project.Membership;
import dev.atrium.core.scope.ScopeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How grants are kept. */
abstract class GrantStoreContract extends StoreContract {
    final Membership membership =
            kept(MembershipBuilder.with(kept(policy("Clinician"))).build());

    GrantStoreContract(TestDatabase database) {
        super(database);
    }

    @Nested
    class Given_no_grant {
        private final Grant first = grant(membership, "openid patient/*.rs");

        @Test
        void finds_nothing() {
            assertThat(grants.find(first.key())).isEmpty();
        }

        @Test
        void keeps_one() {
            grants.save(first);
            assertThat(grants.find(first.key())).contains(first);
        }

        @Test
        void keeps_what_was_declined_and_asked_for_too() {
            Grant answered = new Grant(
                    first.key(),
                    new Agreement(
                            ScopeSet.parse("patient/Condition.rs"),
                            ScopeSet.parse("fhirUser"),
                            ScopeSet.parse("openid fhirUser patient/*.rs")),
                    NOON);
            grants.save(answered);
            assertThat(grants.find(first.key())).contains(answered);
        }

        @Test
        void finds_nothing_of_the_person() {
            assertThat(grants.ofUser(ANNA)).isEmpty();
        }

        @Test
        void keeps_scopes_of_any_length() {
            Grant large = grant(
                    membership,
                    String.join(
                            " ",
                            IntStream.range(0, 2_000)
                                    .mapToObj(n -> "patient/Observation.rs?code=" + n)
                                    .toList()));
            grants.save(large);
            assertThat(grants.find(large.key())).contains(large);
        }

        @Test
        void keeps_none_for_a_membership_that_is_gone() {
            memberships.delete(membership.id());
            grants.save(first);
            assertThat(grants.find(first.key())).isEmpty();
        }
    }

    @Nested
    class Given_a_grant {
        private final Grant earlier = grant(membership, "openid");

        Given_a_grant() {
            grants.save(earlier);
        }

        @Test
        void a_later_one_takes_its_place() {
            Grant later =
                    new Grant(earlier.key(), Agreement.to(ScopeSet.parse("openid fhirUser")), NOON.plusSeconds(60));
            grants.save(later);
            assertThat(grants.find(earlier.key())).contains(later);
        }

        @Test
        void a_later_one_takes_its_place_in_the_same_transaction() {
            Grant later =
                    new Grant(earlier.key(), Agreement.to(ScopeSet.parse("openid fhirUser")), NOON.plusSeconds(60));
            database.run(entities -> {
                JpaGrantStore store = new JpaGrantStore(new RealmRows(entities, realm));
                store.find(earlier.key());
                store.save(later);
                assertThat(store.find(earlier.key())).contains(later);
            });
        }

        @Test
        void of_one_from_before_only_what_was_agreed_to_is_known() {
            database.run(entities -> entities.createNativeQuery(
                            "update ATRIUM_GRANT set DECLINED_SCOPES = null, REQUESTED_SCOPES = null")
                    .executeUpdate());

            assertThat(grants.find(earlier.key())).contains(earlier);
        }

        @Test
        void it_is_found_among_those_of_its_person_the_oldest_first() {
            Grant older = new Grant(
                    new Grant.Key(ANNA, new ClientUuid("another-app"), membership.id()),
                    Agreement.to(ScopeSet.parse("openid")),
                    NOON.minusSeconds(60));
            grants.save(older);

            assertThat(grants.ofUser(ANNA)).containsExactly(older, earlier);
            assertThat(grants.ofUser(BERT)).isEmpty();
        }

        @Test
        void it_is_for_one_client_only() {
            Grant.Key other = new Grant.Key(ANNA, new ClientUuid("another-app"), membership.id());
            assertThat(grants.find(other)).isEmpty();
        }

        @Test
        void it_is_for_one_person_only() {
            assertThat(grants.find(new Grant.Key(BERT, APP, membership.id()))).isEmpty();
        }
    }
}
