package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody starts over after both stages are done, at something else that Keycloak asks for. */
@ExtendWith(AtriumServer.class)
class RestartedSignInIT {
    private static final String SCOPE = "openid patient/*.rs offline_access";

    private final Admin admin = Admin.ofRealm();

    @Nested
    class Given_a_person_who_agreed_to_a_part {
        private final TestUser person = whoMustChangeTheirPassword();
        private final Visitor visitor = Visitor.of(person);

        @Test
        void is_asked_again_for_all_that_the_app_asked_for() {
            Page again = agreesToAPartAndStartsOver();

            assertThat(again.scopes()).contains("patient/*.rs", "offline_access");
        }

        @Test
        void can_agree_to_the_rest_then() {
            Page changePassword = agreesToAPartAndStartsOver().allow(List.of("patient/*.rs", "offline_access"));

            assertThat(App.SMART_APP.exchange(changed(changePassword)).scopes()).contains("offline_access");
        }

        @Test
        void gets_no_more_than_they_agree_to_then() {
            Page changePassword = agreesToAPartAndStartsOver().allow(List.of("patient/*.rs"));

            assertThat(App.SMART_APP.exchange(changed(changePassword)).scopes())
                    .contains("patient/*.rs")
                    .doesNotContain("offline_access");
        }

        private Page agreesToAPartAndStartsOver() {
            person.joins("riverside", "Patient/who-starts-over", "patient-self");
            Page changePassword = visitor.signsIn(App.SMART_APP, SCOPE).allow(List.of("patient/*.rs"));
            return restart(changePassword).email(person.email()).password(Admin.PASSWORD);
        }
    }

    @Nested
    class Given_a_person_whose_policy_allowed_a_part {
        @Test
        void somebody_else_with_another_policy_gets_what_that_allows() {
            TestUser reader = whoMustChangeTheirPassword();
            reader.joins("riverside", "Practitioner/who-starts-over", "reader");
            TestUser clinician = admin.user("example.org");
            clinician.joins("riverside", "Practitioner/who-goes-on", "clinician");

            Page callback = restart(Visitor.of(reader).signsIn(App.PORTAL, "openid user/*.cruds"))
                    .email(clinician.email())
                    .password(Admin.PASSWORD);

            assertThat(App.PORTAL.exchange(callback).scopes()).contains("user/*.cruds");
        }
    }

    private TestUser whoMustChangeTheirPassword() {
        return admin.user(
                "user-" + UUID.randomUUID() + "@example.org",
                user -> user.putArray("requiredActions").add("UPDATE_PASSWORD"));
    }

    private static Page restart(Page page) {
        assertThat(page.html().getElementById("password-new")).as(page.text()).isNotNull();
        return page.browser()
                .open(page.address().resolve("restart?" + page.address().getRawQuery()));
    }

    private static Page changed(Page page) {
        String password = "another-" + UUID.randomUUID();
        return page.submit(
                "kc-passwd-update-form",
                Map.of("password-new", List.of(password), "password-confirm", List.of(password)),
                "login");
    }
}
