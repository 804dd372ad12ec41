package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever asks for another way is shown the steps by names that people can read. */
@ExtendWith(AtriumServer.class)
class StepNamesIT {
    private static final String SCOPE = "openid fhirUser user/*.rs";

    private final Admin admin = Admin.ofRealm();
    private final TestUser person = TestUser.clinician(admin);
    private final Visitor visitor = Visitor.of(person);

    @Nested
    class Given_a_page_of_the_sign_in {
        @Test
        void the_name_has_a_name() {
            assertNamed(visitor.returns(App.PORTAL, SCOPE), "Name");
        }

        @Test
        void the_password_has_a_name() {
            assertNamed(visitor.returns(App.PORTAL, SCOPE).email(person.email()), "Password");
        }

        @Test
        void the_choice_of_the_role_has_a_name() {
            person.joins("lakeside", "Practitioner/other", "clinician");

            assertNamed(visitor.signsIn(App.PORTAL, SCOPE), "Where, and as whom");
        }

        @Test
        void the_scopes_have_a_name() {
            TestUser patient = admin.user("example.org");
            patient.joins("riverside", "Patient/" + UUID.randomUUID(), "patient-self");

            assertNamed(Visitor.of(patient).signsIn(App.SMART_APP, "openid patient/Observation.rs"), "Access");
        }

        @Test
        void a_forgotten_password_has_a_name() {
            Page password = visitor.returns(App.PLAIN, "openid").email(person.email());
            URI forgotten = URI.create(
                    password.html().selectFirst("a[href*=reset-credentials]").attr("abs:href"));

            assertNamed(visitor.browser().open(forgotten), "Forgotten password");
        }
    }

    private static void assertNamed(Page page, String name) {
        URI action = URI.create(page.html().selectFirst("form[method=post]").attr("abs:action"));

        Page ways = page.browser().post(action, Map.of("tryAnotherWay", List.of("on")));

        assertThat(ways.text()).contains("Select login method", name).doesNotContain("-display-name", "-help-text");
    }
}
