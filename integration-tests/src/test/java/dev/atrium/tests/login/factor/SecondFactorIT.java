package dev.atrium.tests.login.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A project that asks for a second factor gives nothing to who signed in with one. */
@ExtendWith(AtriumServer.class)
class SecondFactorIT {
    private static final String SCOPE = "openid fhirUser user/*.rs";
    private static final Map<String, String> SILENTLY = Map.of("prompt", "none");

    private final Admin admin = Admin.ofRealm();
    private final StrictProject project = StrictProject.make(admin).asksForASecondFactor();

    @AfterEach
    void gone() {
        project.delete();
    }

    @Nested
    class Given_somebody_whom_the_flow_has_asked_for_a_code {
        private final TestUser user = project.clinicianWithApp();

        @Test
        void is_asked_nothing_more() {
            Person person = Person.of(user);
            Page otp = person.signIn(App.PORTAL, SCOPE);
            assertThat(otp.html().getElementById("kc-otp-login-form")).isNotNull();

            Page callback = otp(otp);

            assertThat(App.PORTAL.exchange(callback).scopes()).contains("user/*.rs");
        }
    }

    @Nested
    class Given_somebody_who_has_no_second_factor {
        private final TestUser user = project.clinician();
        private final Person person = Person.of(user);

        @Test
        void is_told_which_project_asks_and_why() {
            Page page = person.signIn(App.PORTAL, SCOPE);

            assertThat(page.title()).isEqualTo(SecondStep.SETUP);
            assertThat(page.text()).contains(project.alias() + " asks for one more proof that it is you");
            assertThat(SecondStep.ways(page)).containsExactly(SecondStep.SET_UP_APP, SecondStep.SET_UP_KEY);
        }

        @Test
        void sets_one_up_and_goes_on() {
            Page setup = SecondStep.choose(person.signIn(App.PORTAL, SCOPE), "authenticator app");

            Tokens tokens = App.PORTAL.exchange(SecondStep.setsUpApp(setup));

            assertThat(tokens.scopes()).contains("user/*.rs");
            assertThat(credentialTypes(user)).contains("otp");
        }

        @Test
        void is_asked_for_it_the_next_time() {
            SecondStep.setsUpApp(SecondStep.choose(person.signIn(App.PORTAL, SCOPE), "authenticator app"));

            Page next = Person.of(user).signIn(App.PORTAL, SCOPE);

            assertThat(next.html().getElementById("kc-otp-login-form")).isNotNull();
        }

        @Test
        void gets_nothing_by_leaving_the_setting_up() {
            SecondStep.choose(person.signIn(App.PORTAL, SCOPE), "authenticator app");

            Page again = person.signIn(App.PORTAL, SCOPE);

            assertThat(again.isCallback()).isFalse();
        }

        @Test
        void goes_back_to_the_app_with_access_denied() {
            assertThat(SecondStep.back(person.signIn(App.PORTAL, SCOPE)).callback())
                    .containsEntry("error", "access_denied")
                    .containsKey("state")
                    .doesNotContainKey("code");
        }

        @Test
        void signs_in_to_apps_that_ask_for_no_project_as_before() {
            assertThat(person.signIn(App.PLAIN, "openid").callback()).containsKey("code");
        }

        @Test
        void chooses_another_role_where_there_is_one() {
            user.joins("riverside", "Practitioner/elsewhere", "clinician");

            Page asked = person.signIn(App.PORTAL, SCOPE).choose(project.alias());
            Page callback = SecondStep.another(asked).choose("riverside");

            assertThat(App.PORTAL.exchange(callback).scopes()).contains("user/*.rs");
        }

        @Test
        void gets_no_token_by_posting_the_choice_again() {
            user.joins("riverside", "Practitioner/elsewhere", "clinician");
            Page choice = person.signIn(App.PORTAL, SCOPE);

            Page asked = choice.choose(project.alias());

            assertThat(choice.choose(project.alias()).isCallback()).isFalse();
            assertThat(asked.submit("atrium-leave", Map.of("accept", List.of("")), "accept")
                            .isCallback())
                    .isFalse();
        }
    }

    @Nested
    class Given_a_session_of_one_factor {
        private final TestUser user = project.clinician();
        private final Person person = Person.of(user);

        @Test
        void is_asked_in_it_as_well() {
            person.signIn(App.PLAIN, "openid");

            assertThat(person.signIn(App.PORTAL, SCOPE).title()).isEqualTo(SecondStep.SETUP);
        }

        @Test
        void is_told_the_app_where_it_may_not_ask() {
            person.signIn(App.PLAIN, "openid");

            assertThat(App.PORTAL.authorize(person.browser(), SCOPE, SILENTLY).callback())
                    .containsEntry("error", "interaction_required");
        }

        @Test
        void counts_for_all_apps_once_it_is_given() {
            SecondStep.setsUpApp(SecondStep.choose(person.signIn(App.PORTAL, SCOPE), "authenticator app"));

            assertThat(App.PORTAL.authorize(person.browser(), SCOPE, SILENTLY).callback())
                    .containsKey("code");
            assertThat(App.SMART_APP.authorize(person.browser(), SCOPE).title()).contains("asks for access");
        }
    }

    @Nested
    class Given_a_session_that_began_before_the_project_asked {
        private final TestUser user = project.asksForNothing().clinician();
        private final Person person = Person.of(user);

        @Test
        void is_refused_at_its_next_refresh() {
            Tokens tokens = person.tokens(App.PORTAL, SCOPE);
            assertThat(App.PORTAL.refresh(tokens.refreshToken()).scopes()).contains("user/*.rs");
            project.asksForASecondFactor();

            Tokens refreshed = App.PORTAL.refresh(tokens.refreshToken());

            assertThat(refreshed.error()).isEqualTo("invalid_grant");
            assertThat(refreshed.errorDescription()).contains("second factor", "sign in again");
        }

        @Test
        void is_asked_when_it_comes_back() {
            person.tokens(App.PORTAL, SCOPE);
            project.asksForASecondFactor();

            assertThat(person.signIn(App.PORTAL, SCOPE).title()).isEqualTo(SecondStep.SETUP);
        }
    }

    private static Page otp(Page page) {
        return page.submit("kc-otp-login-form", Map.of("otp", List.of(SecondStep.now())), "login");
    }

    private List<String> credentialTypes(TestUser user) {
        return admin.read("users/" + user.id() + "/credentials").findValuesAsText("type");
    }
}
