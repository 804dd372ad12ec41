package dev.atrium.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an app says of who is going to sign in chooses among what is allowed. */
@ExtendWith(AtriumServer.class)
class LoginHintIT {
    private final Browser browser = new Browser();

    @Nested
    class Given_a_login_hint {
        private final TestUser person = Admin.ofRealm().user("example.org");

        @Test
        void of_a_domain_with_an_identity_provider_leads_there() {
            Page there = authorize("login_hint", "dave@lakeside.example");

            assertThat(there.address().getPath()).startsWith("/realms/lakeside-idp/");
            assertThat(there.typedName()).isEqualTo("dave@lakeside.example");
        }

        @Test
        void of_anybody_else_leads_to_the_password() {
            Page password = authorize("login_hint", person.email());

            assertThat(password.password(Admin.PASSWORD).callback()).containsKey("code");
        }

        @Test
        void leads_somebody_and_nobody_to_the_same_page() {
            String nobody = "nobody-" + UUID.randomUUID() + "@example.org";

            assertThat(Alike.of(authorize("login_hint", nobody), nobody))
                    .isEqualTo(Alike.of(authorize("login_hint", person.email()), person.email()));
        }

        @Test
        void is_only_filled_in_after_the_person_has_said_that_it_is_wrong() {
            Page password = authorize("login_hint", person.email());

            Page again = browser.open(URI.create(
                    password.html().select(".atrium-links a[href*=restart]").attr("abs:href")));

            assertThat(again.typedName()).isEqualTo(person.email());
            assertThat(again.html().select("input[name=password]")).isEmpty();
        }

        @Test
        void is_only_filled_in_where_the_person_is_to_choose_an_account() {
            Page asked = App.PLAIN.authorize(
                    browser, "openid", Map.of("login_hint", person.email(), "prompt", "select_account"));

            assertThat(asked.typedName()).isEqualTo(person.email());
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"><script>alert(1)</script>@", "somebody@", "a b@example.org"})
        void is_only_filled_in_if_it_is_no_name(String hint) {
            Page asked = authorize("login_hint", hint);

            assertThat(asked.typedName()).isEqualTo(hint);
            assertThat(asked.html().select("script").text()).doesNotContain("alert(1)");
        }
    }

    @Nested
    class Given_a_domain_hint {
        @Test
        void of_a_domain_with_an_identity_provider_leads_there() {
            assertThat(authorize("domain_hint", "lakeside.example").address().getPath())
                    .startsWith("/realms/lakeside-idp/");
        }

        @ParameterizedTest
        @ValueSource(strings = {"example.org", "organizations", "no domain", ""})
        void of_another_is_no_name(String hint) {
            Page asked = authorize("domain_hint", hint);

            assertThat(asked.html().select("input[name=username]")).isNotEmpty();
            assertThat(asked.typedName()).isEmpty();
        }
    }

    private Page authorize(String parameter, String hint) {
        return App.PLAIN.authorize(browser, "openid", Map.of(parameter, hint));
    }
}
