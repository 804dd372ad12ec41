package dev.atrium.support.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.project.MembershipId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenScopeTest {
    private static final MembershipId ONE = new MembershipId("11111111-1111-1111-1111-111111111111");

    @Test
    void carries_a_membership_there_and_back() {
        assertThat(HiddenScope.membershipIn(Stream.of("openid", HiddenScope.of(ONE), "user/*.rs")))
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
        assertThat(HiddenScope.membershipIn(Stream.of(scope))).isEmpty();
        assertThat(HiddenScope.isHidden(scope)).isFalse();
    }

    @Test
    void hides_what_only_atrium_writes() {
        assertThat(HiddenScope.isHidden(HiddenScope.of(ONE))).isTrue();
        assertThat(HiddenScope.isHidden(HiddenScope.WITHOUT_REFRESH)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"atrium", "atrium.", "atrium.other", "atrium.without-refresh2", "offline_access"})
    void hides_nothing_else(String scope) {
        assertThat(HiddenScope.isHidden(scope)).isFalse();
    }
}
