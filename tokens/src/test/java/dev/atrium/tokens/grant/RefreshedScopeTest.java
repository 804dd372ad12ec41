package dev.atrium.tokens.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atrium.core.scope.ScopeSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.OAuthErrorException;

class RefreshedScopeTest {
    private static final ScopeSet GRANTED =
            ScopeSet.parse("openid email user/Observation.rs user/Observation.c offline_access");

    @Test
    void is_all_that_was_granted_when_none_is_named() throws OAuthErrorException {
        assertThat(RefreshedScope.of(GRANTED, Optional.empty())).isEqualTo(GRANTED);
        assertThat(RefreshedScope.of(GRANTED, Optional.of(" "))).isEqualTo(GRANTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openid",
                "email",
                "user/Observation.rs",
                "user/Observation.r",
                "user/Observation.crs",
                "user/Observation.rs?category=laboratory",
                "openid email user/Observation.s"
            })
    void is_the_part_that_is_named(String asked) throws OAuthErrorException {
        assertThat(RefreshedScope.of(GRANTED, Optional.of(asked)).text()).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile", "user/Observation.u", "user/*.rs", "patient/Observation.rs", "user/Foo.rs"})
    void is_refused_by_name_when_it_goes_beyond(String asked) {
        assertThatThrownBy(() -> RefreshedScope.of(GRANTED, Optional.of("openid " + asked)))
                .isInstanceOfSatisfying(OAuthErrorException.class, refused -> {
                    assertThat(refused.getError()).isEqualTo("invalid_scope");
                    assertThat(refused.getDescription()).contains("'" + asked + "'");
                });
    }
}
