package dev.atrium.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.consent.ClientUuid;
import dev.atrium.core.consent.ConsentRecord;
import dev.atrium.core.consent.ConsentedScopes;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.store.consent.JpaConsentStore;
import dev.atrium.store.jpa.RealmRows;
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
        private final ConsentRecord first = grant(membership, "openid patient/*.rs");

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
            ConsentRecord answered = new ConsentRecord(
                    first.key(),
                    new ConsentedScopes(
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
            ConsentRecord large = grant(
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
        private final ConsentRecord earlier = grant(membership, "openid");

        Given_a_grant() {
            grants.save(earlier);
        }

        @Test
        void a_later_one_takes_its_place() {
            ConsentRecord later = new ConsentRecord(
                    earlier.key(), ConsentedScopes.to(ScopeSet.parse("openid fhirUser")), NOON.plusSeconds(60));
            grants.save(later);
            assertThat(grants.find(earlier.key())).contains(later);
        }

        @Test
        void a_later_one_takes_its_place_in_the_same_transaction() {
            ConsentRecord later = new ConsentRecord(
                    earlier.key(), ConsentedScopes.to(ScopeSet.parse("openid fhirUser")), NOON.plusSeconds(60));
            database.run(entities -> {
                JpaConsentStore store = new JpaConsentStore(new RealmRows(entities, realm));
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
            ConsentRecord older = new ConsentRecord(
                    new ConsentRecord.Key(ANNA, new ClientUuid("another-app"), membership.id()),
                    ConsentedScopes.to(ScopeSet.parse("openid")),
                    NOON.minusSeconds(60));
            grants.save(older);

            assertThat(grants.ofUser(ANNA)).containsExactly(older, earlier);
            assertThat(grants.ofUser(BERT)).isEmpty();
        }

        @Test
        void it_is_for_one_client_only() {
            ConsentRecord.Key other = new ConsentRecord.Key(ANNA, new ClientUuid("another-app"), membership.id());
            assertThat(grants.find(other)).isEmpty();
        }

        @Test
        void it_is_for_one_person_only() {
            assertThat(grants.find(new ConsentRecord.Key(BERT, APP, membership.id())))
                    .isEmpty();
        }
    }
}
