package dev.atrium.tests.login.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages that ask for something say nothing of errors before it was typed; those that say what went wrong say what to do. */
@ExtendWith(AtriumServer.class)
class FirstSightIT {
    private static final String ERRORS = "span[id^=input-error], [aria-invalid=true], .pf-m-error, .pf-m-danger";

    private final Admin admin = Admin.ofRealm();

    @Nested
    class Given_somebody_whose_first_name_is_missing {
        private final String email = "nameless-" + UUID.randomUUID() + "@example.org";

        @Test
        void is_asked_for_it_without_an_error() {
            Page page = comeToThePage();

            assertThat(page.title()).isEqualTo("Your details");
            assertThat(page.html().select(ERRORS)).isEmpty();
        }

        @Test
        void reads_what_is_missing_after_sending_nothing() {
            Page page = comeToThePage();

            Page again = page.submit(
                    "kc-update-profile-form",
                    Map.of("firstName", List.of(""), "lastName", List.of("User"), "email", List.of(email)),
                    "submitAction");

            assertThat(again.html().select(ERRORS)).isNotEmpty();
        }

        @Test
        void goes_on_with_it() {
            Page back = comeToThePage()
                    .submit(
                            "kc-update-profile-form",
                            Map.of("firstName", List.of("Ann"), "lastName", List.of("User"), "email", List.of(email)),
                            "submitAction");

            assertThat(back.callback()).containsKey("code");
        }

        private Page comeToThePage() {
            ObjectNode user = TestUser.representation(email);
            user.remove("firstName");
            admin.created("users", user);
            return App.PLAIN.authorize(new Browser(), "openid").email(email).password(Admin.PASSWORD);
        }
    }

    @Nested
    class Given_something_that_went_wrong {
        @Test
        void an_app_that_nobody_knows_is_told_with_what_to_do() {
            Page page = new Browser()
                    .open(URI.create(App.PLAIN
                            .authorizationUrl("openid", Map.of("client_id", "nobody-knows-it"))
                            .toString()));

            assertThat(page.title()).isEqualTo("This did not work");
            assertThat(page.text())
                    .contains(
                            "We do not know the app that sent you here.",
                            "Please go back to the app that you came from");
        }

        @Test
        void a_page_that_names_a_link_has_it() {
            Page start = App.PLAIN.authorize(new Browser(), "openid");
            start.email("somebody@example.org");

            Page expired = start.email("somebody@example.org");

            assertThat(expired.title()).isEqualTo("This page has expired");
            assertThat(expired.html()
                            .select("a#loginContinueLink, a#loginRestartLink")
                            .eachText())
                    .containsExactly("Continue", "Start again");
        }
    }

    @Nested
    class Given_a_forgotten_password {
        @Test
        void the_page_asks_for_what_people_sign_in_with() {
            Page password = App.PLAIN.authorize(new Browser(), "openid").email("somebody@example.org");
            URI reset = URI.create(
                    password.html().select("a[href*=reset-credentials]").attr("abs:href"));

            Page page = password.browser().open(reset);

            assertThat(page.text()).contains("Enter what you sign in with.");
            assertThat(page.html().select("label[for=username]").text()).contains("E-mail address");
        }
    }
}
