package dev.atrium.store;

import static dev.atrium.core.store.Outcome.DONE;
import static dev.atrium.core.store.Outcome.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atrium.core.consent.ConsentRecord;
import dev.atrium.core.consent.ConsentedScopes;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipFilter;
import dev.atrium.core.membership.ProfileSearch;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.scope.ScopeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ModelException;

/** That a realm neither sees nor touches what another one keeps. */
abstract class RealmIsolationContract extends StoreContract {
    private final AccessPolicy policy = kept(policy("Clinician"));
    private final Membership membership =
            kept(MembershipBuilder.with(policy).externalId("hr-1").build());
    private final ConsentRecord grant = grant(membership, "openid");

    RealmIsolationContract(TestDatabase database) {
        super(database);
        grants.save(grant);
    }

    @Nested
    class Given_rows_of_another_realm {
        @AfterEach
        void they_are_as_they_were() {
            assertThat(policies.find(policy.id())).contains(policy);
            assertThat(memberships.find(membership.id())).contains(membership);
            assertThat(grants.find(grant.key())).contains(grant);
        }

        @Test
        void finds_none() {
            assertThat(policiesElsewhere.find(policy.id())).isEmpty();
            assertThat(policiesElsewhere.findByName("Clinician")).isEmpty();
            assertThat(membershipsElsewhere.find(membership.id())).isEmpty();
            assertThat(grantsElsewhere.find(grant.key())).isEmpty();
        }

        @Test
        void lists_none() {
            assertThat(policiesElsewhere.list(ALL)).isEmpty();
            assertThat(membershipsElsewhere.list(MembershipFilter.ALL, ALL)).isEmpty();
            assertThat(profilesElsewhere.activeOf(ANNA, ProfileSearch.ALL, 10)).isEmpty();
        }

        @Test
        void counts_none() {
            assertThat(policiesElsewhere.count()).isZero();
            assertThat(membershipsElsewhere.count(MembershipFilter.ALL)).isZero();
        }

        @Test
        void updates_none() {
            assertThat(policiesElsewhere.update(
                            new AccessPolicy(policy.id(), "Stolen", "", ScopeSet.parse("system/*.cruds"))))
                    .isEqualTo(NOT_FOUND);
            assertThat(membershipsElsewhere.update(
                            MembershipBuilder.like(membership).of(BERT).build()))
                    .isEqualTo(NOT_FOUND);
        }

        @Test
        void deletes_none() {
            assertThat(policiesElsewhere.delete(policy.id())).isEqualTo(NOT_FOUND);
            assertThat(membershipsElsewhere.delete(membership.id())).isEqualTo(NOT_FOUND);
        }

        @Test
        void uses_none() {
            membershipsElsewhere.used(membership.id(), NOON);
        }

        @Test
        void saves_no_grant_for_them() {
            grantsElsewhere.save(
                    new ConsentRecord(grant.key(), ConsentedScopes.to(ScopeSet.parse("system/*.cruds")), NOON));
            assertThat(grantsElsewhere.find(grant.key())).isEmpty();
        }

        @Test
        void gives_no_membership_their_policy() {
            Membership borrowing = MembershipBuilder.with(policy).build();
            assertThat(membershipsElsewhere.create(borrowing)).isEqualTo(NOT_FOUND);
        }

        @Test
        void does_not_replace_them_by_a_row_with_the_same_id() {
            AccessPolicy own = policy("Own");
            policiesElsewhere.create(own);
            Membership sameId =
                    MembershipBuilder.with(own).id(membership.id().value()).build();
            assertThatThrownBy(() -> membershipsElsewhere.create(sameId)).isInstanceOf(ModelException.class);
        }

        @Test
        void may_use_the_same_names_and_external_ids() {
            AccessPolicy own = policy("Clinician");
            assertThat(policiesElsewhere.create(own)).isEqualTo(DONE);
            assertThat(membershipsElsewhere.create(
                            MembershipBuilder.with(own).externalId("hr-1").build()))
                    .isEqualTo(DONE);
        }
    }
}
