package dev.atrium.core.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.ProfileChoice.Ask;
import dev.atrium.core.membership.ProfileChoice.Chosen;
import dev.atrium.core.membership.ProfileChoice.NobodyHere;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.policy.AccessPolicyId;
import dev.atrium.core.scope.ScopeSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileChoiceTest {
    private static final Membership ONE = membership("00000000-0000-0000-0000-000000000001");
    private static final Membership TWO = membership("00000000-0000-0000-0000-000000000002");

    @Test
    void nobody_is_nobody() {
        assertThat(ProfileChoice.among(List.of())).isEqualTo(new NobodyHere());
    }

    @Test
    void the_only_one_is_taken_without_a_question() {
        assertThat(ProfileChoice.among(List.of(ONE))).isEqualTo(new Chosen(ONE));
    }

    @Test
    void several_are_a_question() {
        assertThat(ProfileChoice.among(List.of(ONE, TWO))).isEqualTo(new Ask(List.of(ONE, TWO)));
    }

    @Test
    void silently_the_earlier_one_is_taken() {
        assertThat(ProfileChoice.silently(List.of(ONE, TWO), Optional.of(TWO), fitting -> true))
                .isEqualTo(new Chosen(TWO));
    }

    @Test
    void silently_several_without_an_earlier_one_stay_a_question() {
        assertThat(ProfileChoice.silently(List.of(ONE, TWO), Optional.empty(), fitting -> true))
                .isEqualTo(new Ask(List.of(ONE, TWO)));
    }

    @Test
    void silently_no_other_is_taken_for_an_earlier_one_that_is_of_no_use() {
        assertThat(ProfileChoice.silently(List.of(ONE), Optional.of(TWO), ONE::equals))
                .isEqualTo(new Ask(List.of(ONE)));
    }

    private static Membership membership(String id) {
        AccessPolicy policy =
                new AccessPolicy(new AccessPolicyId("policy"), "clinician", "", ScopeSet.parse("user/*.cruds"));
        return new Membership(
                new MembershipId(id),
                new ProjectId("riverside"),
                new UserId("bob"),
                new MembershipTerms(
                        new FhirProfile(ProfileType.PRACTITIONER, "bob"),
                        Optional.empty(),
                        policy,
                        false,
                        Optional.empty()),
                true,
                MembershipHistory.begins(Instant.EPOCH, Optional.empty()));
    }
}
