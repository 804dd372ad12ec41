package dev.atrium.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountEvidenceTest {
    @ParameterizedTest
    @CsvSource({
        "true, false, true, true, PROVEN",
        "true, true, true, false, PROVEN",
        "false, true, true, true, FEDERATED",
        "false, false, false, true, UNUSED",
        "false, false, false, false, UNUSED",
        "false, false, true, false, UNPROVEN",
        "false, false, true, true, UNPROVEN_MEMBER",
    })
    void tells_whose_an_account_is(
            boolean verified, boolean federated, boolean used, boolean member, AddressClaim claim) {
        assertThat(new AccountEvidence(verified, federated, () -> used, () -> member).claim())
                .isEqualTo(claim);
    }

    @Nested
    class Given_an_address_that_was_verified {
        @Test
        void nothing_else_is_asked() {
            AccountEvidence verified = new AccountEvidence(true, false, AccountEvidenceTest::asked, () -> true);

            assertThat(verified.claim()).isEqualTo(AddressClaim.PROVEN);
        }
    }

    @Nested
    class Given_an_address_that_never_was {
        @ParameterizedTest
        @CsvSource({"UNUSED, true, false", "UNPROVEN, true, false", "UNPROVEN_MEMBER, false, true"})
        void its_owner_gets_the_account_unless_it_is_a_member(
                AddressClaim claim, boolean handedOver, boolean needsCredentials) {
            assertThat(claim.isProven()).isFalse();
            assertThat(claim.isHandedOver()).isEqualTo(handedOver);
            assertThat(claim.needsCredentials()).isEqualTo(needsCredentials);
        }
    }

    @ParameterizedTest
    @CsvSource({"PROVEN", "FEDERATED"})
    void a_proven_account_is_never_handed_over(AddressClaim claim) {
        assertThat(claim.isProven()).isTrue();
        assertThat(claim.isHandedOver()).isFalse();
        assertThat(claim.needsCredentials()).isFalse();
    }

    private static boolean asked() {
        throw new AssertionError("asked, though it does not matter");
    }
}
