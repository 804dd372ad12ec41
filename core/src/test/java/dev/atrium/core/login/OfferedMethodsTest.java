package dev.atrium.core.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.login.LoginMethod.Own;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferedMethodsTest {
    private static final LoginMethod GOOGLE = new LoginMethod.Provider("google");
    private static final LoginMethod OKTA = new LoginMethod.Provider("okta");

    @Nested
    class Given_what_this_device_used_last {
        @Test
        void comes_first() {
            assertThat(all("password passkey idp:google").preferring("passkey").methods())
                    .containsExactly(Own.PASSKEY, Own.PASSWORD, GOOGLE);
        }

        @Test
        void is_all_providers_if_it_was_one() {
            assertThat(all("password idp:okta idp:google").preferring("idp").methods())
                    .containsExactly(OKTA, GOOGLE, Own.PASSWORD);
        }

        @ParameterizedTest
        @ValueSource(strings = {"email-code", "", "idp:okta", "anything else"})
        void changes_nothing_if_it_is_not_offered(String kind) {
            assertThat(all("password passkey").preferring(kind).text()).isEqualTo("password passkey");
        }
    }

    @Nested
    class Given_nothing_to_ask {
        @ParameterizedTest
        @ValueSource(strings = {"password", "passkey", "email-code", "idp:okta", "password passkey"})
        void goes_on_with_the_first(String methods) {
            assertThat(all(methods).withoutQuestion())
                    .contains(all(methods).methods().get(0));
        }
    }

    @Nested
    class Given_something_to_choose {
        @ParameterizedTest
        @ValueSource(
                strings = {"passkey password", "password email-code", "password passkey idp:okta", "idp:okta idp:google"
                })
        void asks(String methods) {
            assertThat(all(methods).withoutQuestion()).isEmpty();
        }
    }

    @Test
    void nothing_is_no_method() {
        assertThat(all("").isEmpty()).isTrue();
        assertThat(all("").withoutQuestion()).isEmpty();
    }

    @Test
    void each_is_offered_once() {
        assertThat(all("password passkey password").text()).isEqualTo("password passkey");
    }

    @Test
    void what_is_preferred_but_not_offered_stays_away() {
        assertThat(all("password passkey").first(List.of(GOOGLE, Own.PASSKEY)).text())
                .isEqualTo("passkey password");
    }

    private static OfferedMethods all(String methods) {
        return OfferedMethods.parse(methods);
    }
}
