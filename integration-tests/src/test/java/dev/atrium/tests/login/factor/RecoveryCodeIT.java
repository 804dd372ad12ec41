package dev.atrium.tests.login.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who has lost the phone uses a code from the list that they kept: where the flow has not asked for it, the project does. */
@ExtendWith(AtriumServer.class)
class RecoveryCodeIT {
    private static final String SCOPE = "openid fhirUser user/*.rs";

    private final Admin admin = Admin.ofRealm();
    private final StrictProject project = StrictProject.make(admin).asksForASecondFactor();
    private final TestUser user =
            project.joined(admin.user("user-" + UUID.randomUUID() + "@example.org", RecoveryCodes::addTo));
    private final TestFlow flow = TestFlow.passwordOnly(admin);
    private final App app =
            flow.bind(TestClient.of(admin, "user/*.cruds", "fhirUser")).app();
    private final Page asked = signIn();

    @AfterEach
    void gone() {
        project.delete();
        admin.delete("clients/" + admin.clientUuid(app.clientId()));
        flow.close();
    }

    @Nested
    class Given_somebody_with_recovery_codes {
        @Test
        void is_asked_for_the_first_and_gets_in_with_it() {
            assertThat(asked.text()).contains("Recovery code number 1");

            assertThat(app.exchange(SecondStep.typed(asked, "AAAA-BBBB-CCCC")).scopes())
                    .contains("user/*.rs");
        }

        @Test
        void does_not_get_in_with_another() {
            Page again = SecondStep.typed(asked, "DDDDEEEEFFFF");

            assertThat(again.text()).contains("This recovery code is not right", "Recovery code number 1");
        }

        @Test
        void is_asked_for_the_next_the_next_time() {
            SecondStep.typed(asked, "AAAABBBBCCCC");

            assertThat(signIn().text()).contains("Recovery code number 2");
        }

        @Test
        void sets_up_new_ones_after_the_last() {
            SecondStep.typed(asked, "AAAABBBBCCCC");
            Page last = signIn();

            assertThat(SecondStep.typed(last, "DDDDEEEEFFFF").html().text()).contains("recovery codes");
        }
    }

    private Page signIn() {
        return SecondStep.signIn(app.authorize(new Browser(), SCOPE), user);
    }
}
