package dev.atrium.tests.login.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.broker.Hospital;
import dev.atrium.tests.broker.Identity;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever comes by an identity provider gives a second factor that the realm keeps. */
@ExtendWith(AtriumServer.class)
class AppBesideProviderIT {
    private final Admin admin = Admin.ofRealm();
    private final Hospital hospital = Hospital.documented();
    private final StrictProject project = StrictProject.of(admin, hospital.organization(), hospital.alias());
    private final BroughtPeople people = new BroughtPeople(admin, hospital);
    private final Browser browser = new Browser();

    @AfterEach
    void gone() {
        hospital.close();
    }

    @Nested
    class Given_somebody_of_the_provider_who_has_an_authenticator_app_here {
        private final Identity identity = Identity.verified(hospital.someAddress());
        private final TestUser user =
                project.asksForASecondFactor().joined(people.account(identity, StrictProject::withApp));

        @Test
        void is_asked_for_its_code() {
            Page page = people.signsIn(browser, identity);

            assertThat(page.title()).isEqualTo(SecondStep.TITLE);
            assertThat(page.text()).contains("Code from your authenticator app");
        }

        @Test
        void gets_in_with_it() {
            Tokens tokens = App.PORTAL.exchange(SecondStep.code(people.signsIn(browser, identity)));

            assertThat(tokens.scopes()).contains("user/*.rs");
            assertThat(App.PORTAL.refresh(tokens.refreshToken()).scopes()).contains("user/*.rs");
        }

        @Test
        void is_told_when_it_is_wrong() {
            Page page = SecondStep.typed(people.signsIn(browser, identity), "000000");

            assertThat(page.title()).isEqualTo(SecondStep.TITLE);
            assertThat(page.text()).contains("This code is not right");
            assertThat(admin.errorEvents(user.id()).get(0).path("error").asText())
                    .isEqualTo("invalid_user_credentials");
        }

        @Test
        void cannot_use_a_code_twice() {
            SecondStep.code(people.signsIn(browser, identity));

            Page again = SecondStep.code(people.signsIn(new Browser(), identity));

            assertThat(again.text()).contains("This code is not right");
        }

        @Test
        void is_locked_out_by_guessing_and_told_nothing_else() {
            AtomicReference<Page> page = new AtomicReference<>(people.signsIn(browser, identity));
            Eventually.holds(
                    () -> {
                        page.set(SecondStep.typed(page.get(), "000000"));
                        return lastError().equals("user_temporarily_disabled");
                    },
                    this::lastError);

            assertThat(SecondStep.code(page.get()).text()).contains("This code is not right");
        }

        private String lastError() {
            return admin.errorEvents(user.id()).get(0).path("error").asText();
        }

        @Test
        void is_not_asked_to_set_up_another() {
            Page page = people.signsIn(browser, identity);

            assertThat(SecondStep.ways(page)).isEmpty();
            assertThat(page.submit("atrium-factor", Map.of("way", List.of("CONFIGURE_TOTP")), "x")
                            .title())
                    .isEqualTo(SecondStep.TITLE);
        }
    }

    /** Without starting over, a sign-in can go on as somebody else, whom a provider brings. */
    @Nested
    class Given_somebody_with_two_factors_whose_sign_in_goes_on_as_somebody_else {
        private final TestUser first = project.asksForASecondFactor().clinicianWithApp();
        private final Identity identity = Identity.verified(hospital.someAddress());

        @BeforeEach
        void who_works_there_too() {
            project.joined(people.account(identity, user -> {}));
        }

        @Test
        void the_others_factor_does_not_count() {
            first.joins("riverside", "Practitioner/first", "clinician");
            Page choice = App.PORTAL
                    .authorize(browser, BroughtPeople.SCOPE)
                    .email(first.email())
                    .password(Admin.PASSWORD)
                    .submit("kc-otp-login-form", Map.of("otp", List.of(SecondStep.now())), "login");
            assertThat(choice.profiles()).hasSize(2);
            hospital.says(identity);

            Page page = browser.open(App.realm("/broker/" + hospital.alias() + "/login?" + query(choice)));

            assertThat(page.title()).isEqualTo(SecondStep.SETUP);
            assertThat(page.text()).contains(project.alias());
        }

        /** What the sign-in is known by, from the address that its page is sent to. */
        private String query(Page page) {
            String action = page.html().select("#atrium-profiles").attr("action");
            return action.substring(action.indexOf('?') + 1);
        }
    }
}
