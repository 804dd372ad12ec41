package dev.atrium.tests.login.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.login.factor.Keys;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A passkey has to be shown before another factor is set up, as long as its owner may sign in with it somewhere. */
@ExtendWith(AtriumServer.class)
class PasskeyAsFactorIT {
    private static final String REFUSED = "One more step is needed first";

    private final RuledRealm realm = new RuledRealm("words.example = password", "both.example = password passkey");

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_rule_that_takes_passwords_alone {
        @Test
        void it_keeps_nobody_out() {
            assertThat(setsUpAnApp(somebody("words.example")).html().getElementById("kc-totp-settings-form"))
                    .isNotNull();
        }
    }

    @Nested
    class Given_a_rule_that_takes_passkeys_too {
        @Test
        void it_is_to_be_shown() {
            assertThat(setsUpAnApp(somebody("both.example")).title()).isEqualTo(REFUSED);
        }

        @Test
        void an_app_that_takes_passwords_alone_is_no_way_around_it() {
            realm.clientTakes("plain-oidc", "password");

            assertThat(setsUpAnApp(somebody("both.example")).title()).isEqualTo(REFUSED);
        }
    }

    private String somebody(String domain) {
        ObjectNode user = TestUser.representation(RuledRealm.address(domain));
        Keys.passkey(user);
        realm.admin().create("users", user);
        return user.path("email").asText();
    }

    private Page setsUpAnApp(String email) {
        return asks().email(email).password(Admin.PASSWORD);
    }

    private Page asks() {
        return realm.asks(new Browser(), Map.of("kc_action", "CONFIGURE_TOTP"));
    }
}
