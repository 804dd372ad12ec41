package dev.atrium.tests.login.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The flows of the realm ask, after a password, for whichever second factor somebody has. */
@ExtendWith(AtriumServer.class)
class AskedFactorIT {
    private static final String CODES_FORM = "kc-recovery-code-login-form";

    private final Admin admin = Admin.ofRealm();

    @Nested
    class Given_the_realm_file {
        /** After the password of an account that is there already, and after a code by mail, as after any password. */
        @Test
        void each_sub_flow_that_asks_for_one_kind_asks_for_the_others_as_well() {
            List<Set<String>> asked = StreamSupport.stream(
                            TestRealm.file().path("authenticationFlows").spliterator(), false)
                    .map(flow -> flow.path("authenticationExecutions").findParents("authenticator").stream()
                            .filter(step -> step.path("requirement").asText().equals("ALTERNATIVE"))
                            .map(step -> step.path("authenticator").asText())
                            .collect(Collectors.toSet()))
                    .filter(steps -> steps.contains("auth-otp-form"))
                    .toList();

            assertThat(asked)
                    .hasSize(3)
                    .allSatisfy(steps ->
                            assertThat(steps).contains("webauthn-authenticator", "auth-recovery-authn-code-form"));
        }
    }

    @Nested
    class Given_somebody_whose_second_factor_is_a_list_of_codes {
        private final Page asked = Person.of(somebody(RecoveryCodes::addTo)).signIn(App.PLAIN, "openid");

        @Test
        void is_asked_for_a_code_after_the_password() {
            assertThat(typed("DDDDEEEEFFFF").html().getElementById(CODES_FORM)).isNotNull();
        }

        @Test
        void gets_in_with_it() {
            assertThat(typed("AAAABBBBCCCC").callback()).containsKey("code");
        }

        private Page typed(String code) {
            return asked.submit(CODES_FORM, Map.of("recoveryCodeInput", List.of(code)), "login");
        }
    }

    @Nested
    class Given_somebody_whose_second_factor_is_a_key {
        @Test
        void is_asked_for_it_after_the_password() {
            Page asked = Person.of(somebody(Keys::securityKey)).signIn(App.PLAIN, "openid");

            assertThat(asked.html().getElementById("webauth")).isNotNull();
            assertThat(asked.isCallback()).isFalse();
        }
    }

    @Nested
    class Given_somebody_with_an_authenticator_app_and_codes {
        @Test
        void may_take_the_codes_instead() {
            Page asked = Person.of(somebody(user -> {
                        StrictProject.withApp(user);
                        RecoveryCodes.addTo(user);
                    }))
                    .signIn(App.PLAIN, "openid");

            assertThat(asked.html().getElementById("kc-otp-login-form")).isNotNull();
            assertThat(asked.html().getElementById("try-another-way")).isNotNull();
        }
    }

    @Nested
    class Given_somebody_with_a_password_alone {
        @Test
        void is_asked_for_nothing_more() {
            assertThat(Person.of(admin.user("example.org"))
                            .signIn(App.PLAIN, "openid")
                            .callback())
                    .containsKey("code");
        }
    }

    private TestUser somebody(Consumer<ObjectNode> withFactor) {
        return admin.user("user-" + UUID.randomUUID() + "@example.org", withFactor);
    }
}
