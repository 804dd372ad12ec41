package dev.atrium.directory.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.membership.MembershipId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipScopeTest {
    private static final MembershipId ONE = new MembershipId("11111111-1111-1111-1111-111111111111");

    @Test
    void carries_a_membership_there_and_back() {
        assertThat(MembershipScope.membershipIn(Stream.of("openid", MembershipScope.of(ONE), "user/*.rs")))
                .contains(ONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "openid",
                "membership/11111111-1111-1111-1111-111111111111",
                "atrium.membership/",
                "atrium.membership/1",
                "atrium.membership/11111111-1111-1111-1111-11111111111A",
                "atrium.membership/11111111-1111-1111-1111-111111111111 ",
                "xatrium.membership/11111111-1111-1111-1111-111111111111"
            })
    void finds_no_membership_in_anything_else(String scope) {
        assertThat(MembershipScope.membershipIn(Stream.of(scope))).isEmpty();
        assertThat(MembershipScope.isHidden(scope)).isFalse();
    }

    @Test
    void hides_what_only_atrium_writes() {
        assertThat(MembershipScope.isHidden(MembershipScope.of(ONE))).isTrue();
        assertThat(MembershipScope.isHidden(MembershipScope.WITHOUT_REFRESH)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"atrium", "atrium.", "atrium.other", "atrium.without-refresh2", "offline_access"})
    void hides_nothing_else(String scope) {
        assertThat(MembershipScope.isHidden(scope)).isFalse();
    }
}
