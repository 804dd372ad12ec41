package dev.atrium.tests.login.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.broker.Hospital;
import dev.atrium.tests.broker.Identity;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A project names the methods of which one has to be used; who used another is led to the right one. */
@ExtendWith(AtriumServer.class)
class RequiredMethodsIT {
    private static final String SCOPE = "openid fhirUser user/*.rs";
    private static final Map<String, String> SILENTLY = Map.of("prompt", "none");

    private final Admin admin = Admin.ofRealm();
    private final Hospital google = Hospital.unlinked(settings -> settings.put("displayName", "Google"));
    private final StrictProject project =
            StrictProject.make(admin).with(StrictProject.METHODS, "idp:" + google.alias());

    @AfterEach
    void gone() {
        project.delete();
        google.close();
    }

    @Nested
    class Given_a_project_that_asks_for_Google_and_somebody_linked_to_it {
        private final TestUser user = project.clinician();
        private final Person person = Person.of(user);
        private final Identity identity = Identity.verified(user.email());

        @BeforeEach
        void linked() {
            google.links(user, identity);
            google.says(identity);
        }

        @Test
        void is_told_so_after_a_password() {
            Page page = person.signIn(App.PORTAL, SCOPE);

            assertThat(page.title()).isEqualTo(SecondStep.OTHER_WAY);
            assertThat(page.text()).contains("To use Clinician portal in " + project.alias());
            assertThat(SecondStep.ways(page)).containsExactly("Google");
        }

        @Test
        void signs_in_there_and_comes_back_with_the_apps_request() {
            Page asked = person.signIn(App.PORTAL, SCOPE, Map.of("state", "the state", "nonce", "the nonce"));

            Page callback = SecondStep.choose(asked, "Google");

            assertThat(callback.callback()).containsEntry("state", "the state");
            Tokens tokens = App.PORTAL.exchange(callback);
            assertThat(tokens.idClaims().path("nonce").asText()).isEqualTo("the nonce");
            assertThat(tokens.scopes()).contains("user/*.rs");
        }

        @Test
        void is_asked_nothing_more_who_came_that_way() {
            assertThat(App.PORTAL
                            .authorize(person.browser(), SCOPE, Map.of("kc_idp_hint", google.alias()))
                            .callback())
                    .containsKey("code");
        }

        @Test
        void is_told_in_a_session_too() {
            person.signIn(App.PLAIN, "openid");

            assertThat(App.PORTAL.authorize(person.browser(), SCOPE, SILENTLY).callback())
                    .containsEntry("error", "interaction_required");
            Page asked = person.signIn(App.PORTAL, SCOPE);
            assertThat(asked.title()).isEqualTo(SecondStep.OTHER_WAY);
            assertThat(SecondStep.choose(asked, "Google").callback()).containsKey("code");
        }

        @Test
        void keeps_both_methods_for_projects_that_ask_for_either() {
            SecondStep.choose(person.signIn(App.PORTAL, SCOPE), "Google");
            StrictProject passwords = StrictProject.make(admin).with(StrictProject.METHODS, "password");
            passwords.joined(user);

            Page callback = person.signIn(App.PORTAL, SCOPE).choose(passwords.alias());

            assertThat(App.PORTAL.exchange(callback).scopes()).contains("user/*.rs");
            passwords.delete();
        }

        @Test
        void goes_back_to_the_app_with_access_denied() {
            assertThat(SecondStep.back(person.signIn(App.PORTAL, SCOPE)).callback())
                    .containsEntry("error", "access_denied");
        }
    }

    @Nested
    class Given_a_session_that_began_before_the_project_asked {
        @Test
        void is_refused_at_its_next_refresh() {
            project.with(StrictProject.METHODS);
            Tokens tokens = Person.of(project.clinician()).tokens(App.PORTAL, SCOPE);
            project.with(StrictProject.METHODS, "idp:" + google.alias());

            Tokens refreshed = App.PORTAL.refresh(tokens.refreshToken());

            assertThat(refreshed.error()).isEqualTo("invalid_grant");
            assertThat(refreshed.errorDescription()).contains("another sign-in method");
        }
    }

    @Nested
    class Given_a_project_that_asks_for_a_password {
        private final TestUser user =
                project.with(StrictProject.METHODS, "password").clinician();
        private final Identity identity = Identity.verified(user.email());

        @BeforeEach
        void linked() {
            google.links(user, identity);
            google.says(identity);
        }

        @Test
        void asks_whoever_came_by_a_provider_for_it_in_place() {
            Page asked = comesByGoogle();

            Page password = SecondStep.choose(asked, "Use your password");

            assertThat(SecondStep.typed(password, "not this").text()).contains("This password is not right");
        }

        @Test
        void lets_them_in_with_it() {
            Page callback = SecondStep.typed(SecondStep.choose(comesByGoogle(), "Use your password"), Admin.PASSWORD);

            assertThat(App.PORTAL.exchange(callback).scopes()).contains("user/*.rs");
        }

        private Page comesByGoogle() {
            return App.PORTAL.authorize(Person.of(user).browser(), SCOPE, Map.of("kc_idp_hint", google.alias()));
        }
    }

    @Nested
    class Given_a_project_that_asks_for_a_passkey_and_somebody_without {
        @Test
        void is_led_to_set_one_up() {
            project.with(StrictProject.METHODS, "passkey");

            Page page = Person.of(project.clinician()).signIn(App.PORTAL, SCOPE);

            assertThat(SecondStep.ways(page)).containsExactly("Set up a passkey");
            assertThat(SecondStep.choose(page, "passkey").html().getElementById("registerWebAuthn"))
                    .isNotNull();
        }
    }

    @Nested
    class Given_a_project_that_asks_for_a_passkey_and_somebody_with_another_factor {
        private final TestUser user =
                project.joined(admin.user("user-" + UUID.randomUUID() + "@example.org", StrictProject::withApp));
        private final TestFlow flow = TestFlow.passwordOnly(admin);
        private final App app =
                flow.bind(TestClient.of(admin, "user/*.cruds", "fhirUser")).app();

        @AfterEach
        void flowGone() {
            admin.delete("clients/" + admin.clientUuid(app.clientId()));
            flow.close();
        }

        @Test
        void shows_that_before_a_passkey_is_set_up() {
            project.with(StrictProject.METHODS, "passkey");

            Page asked = SecondStep.signIn(app.authorize(new Browser(), SCOPE), user);
            assertThat(asked.title()).isEqualTo(SecondStep.TITLE);
            assertThat(asked.text()).doesNotContain("Set up a passkey");

            assertThat(SecondStep.ways(SecondStep.code(asked))).containsExactly("Set up a passkey");
        }

        @Test
        void may_show_it_also_where_another_method_would_do() {
            project.with(StrictProject.METHODS, "passkey idp:" + google.alias());

            Page asked = SecondStep.signIn(app.authorize(new Browser(), SCOPE), user);

            assertThat(SecondStep.ways(asked)).hasSize(2).contains("Google").noneMatch(way -> way.contains("passkey"));
        }
    }

    @Nested
    class Given_a_project_whose_only_method_is_switched_off {
        @Test
        void tells_who_to_ask() {
            google.switchOff();

            Page page = Person.of(project.clinician()).signIn(App.PORTAL, SCOPE);

            assertThat(page.title()).isEqualTo("You cannot sign in here this way");
            assertThat(page.back().callback()).containsEntry("error", "access_denied");
        }
    }
}
