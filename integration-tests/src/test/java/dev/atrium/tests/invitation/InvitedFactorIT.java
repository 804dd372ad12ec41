package dev.atrium.tests.invitation;

import static dev.atrium.tests.invitation.Inviting.CARLA;
import static dev.atrium.tests.invitation.Inviting.HOME;
import static dev.atrium.tests.invitation.Inviting.invitation;
import static dev.atrium.tests.invitation.Inviting.press;
import static dev.atrium.tests.invitation.Inviting.setUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.login.factor.RecoveryCodes;
import dev.atrium.tests.login.factor.SecondStep;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An invitation has whoever accepts it set up a second factor. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class InvitedFactorIT {
    private final Inviting realm = new Inviting();
    private final Browser browser = new Browser();

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_an_invitation_that_asks_for_it {
        private final JsonNode invited = realm.invite(invitation(CARLA).put("secondFactor", true));

        @Test
        void says_so() {
            assertThat(realm.read(invited).path("secondFactor").asBoolean()).isTrue();
        }

        @Test
        void a_new_person_sets_up_an_app_and_a_password_and_lands_in_the_app() {
            Page first = press(browser.open(realm.link(CARLA)));
            assertThat(first.html().getElementById("kc-totp-settings-form")).isNotNull();

            Page home = setUp(SecondStep.setsUpApp(first));

            assertThat(home.address()).isEqualTo(HOME);
        }
    }

    @Nested
    class Given_one_that_does_not {
        @Test
        void a_new_person_sets_up_a_password_alone() {
            JsonNode invited = realm.invite(invitation(CARLA));

            assertThat(realm.read(invited).path("secondFactor").asBoolean(true)).isFalse();
            assertThat(setUp(press(browser.open(realm.link(CARLA)))).address()).isEqualTo(HOME);
        }
    }

    @Nested
    class Given_somebody_with_recovery_codes {
        private static final String GAIL = "gail@example.org";

        @Test
        void shows_one_and_sets_up_no_app() {
            ObjectNode gail = TestUser.representation(GAIL);
            RecoveryCodes.addTo(gail);
            realm.admin().create("users", gail);
            realm.invite(invitation(GAIL).put("secondFactor", true));

            Page asked = press(browser.open(realm.link(GAIL))).email(GAIL).password(Admin.PASSWORD);
            Page home = asked.submit(
                    "kc-recovery-code-login-form", Map.of("recoveryCodeInput", List.of("AAAABBBBCCCC")), "login");

            assertThat(home.address()).isEqualTo(HOME);
        }
    }
}
