package dev.atrium.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing is said of somebody, there are a password and a passkey. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class MethodChoiceIT {
    private final TestUser person = Admin.ofRealm().user("example.org");
    private final Browser browser = new Browser();

    @Nested
    class Given_the_page_of_a_password {
        @Test
        void another_way_leads_to_all_methods_with_what_was_typed() {
            Page choice = start(person.email()).anotherWay();

            assertThat(choice.methods()).containsExactly("password", "passkey");
            assertThat(choice.html().select("#kc-attempted-username").val()).isEqualTo(person.email());
        }

        @Test
        void the_password_is_still_a_way_then() {
            Page password = start(person.email()).anotherWay().method("password");

            assertThat(password.password(Admin.PASSWORD).callback()).containsKey("code");
        }

        @Test
        void the_choice_is_there_in_another_language_and_after_a_reload() {
            Page choice = start(person.email()).anotherWay();

            Page german = browser.open(link(choice, "a[lang=de]"));

            assertThat(browser.open(german.address()).methods()).containsExactly("password", "passkey");
            assertThat(german.methods()).containsExactly("password", "passkey");
            assertThat(german.title()).contains("Wie möchten Sie sich anmelden?");
        }

        @Test
        void the_choice_can_be_left_for_another_name() {
            Page choice = start(person.email()).anotherWay();

            Page again = browser.open(link(choice, ".atrium-links a[href*=restart]"));

            assertThat(again.methods()).isEmpty();
            assertThat(again.email(person.email()).password(Admin.PASSWORD).callback())
                    .containsKey("code");
        }
    }

    @Nested
    class Given_a_name_that_nobody_has {
        private final String nobody = "nobody-" + UUID.randomUUID() + "@example.org";

        @Test
        void has_the_same_choice() {
            assertThat(Alike.of(start(nobody).anotherWay(), nobody))
                    .isEqualTo(Alike.of(start(person.email()).anotherWay(), person.email()));
        }

        @Test
        void is_asked_for_a_passkey_like_everybody() {
            Page asked = start(new Browser(), nobody).anotherWay().method("passkey");

            assertThat(asked.html().select("#authenticateWebAuthnButton")).hasSize(1);
            assertThat(Alike.of(asked, nobody))
                    .isEqualTo(Alike.of(start(person.email()).anotherWay().method("passkey"), person.email()));
        }
    }

    @Nested
    class Given_a_method_that_is_not_offered {
        @ParameterizedTest
        @ValueSource(strings = {"email-code", "idp:lakeside-sso", "idp:nothing", "", "anything"})
        void is_not_taken(String method) {
            Page choice = start(person.email()).anotherWay();

            assertThat(choice.method(method).methods()).containsExactly("password", "passkey");
        }
    }

    @Nested
    class Given_a_method_that_was_chosen_in_this_browser {
        @Test
        void comes_first_the_next_time() {
            start(person.email()).anotherWay().method("passkey");

            assertThat(start(person.email()).methods()).containsExactly("passkey", "password");
        }

        @Test
        void is_remembered_as_nothing_but_its_kind() {
            start(person.email()).anotherWay().method("passkey");

            assertThat(browser.cookie("ATRIUM_METHOD")).isEqualTo("passkey");
        }

        @Test
        void comes_first_for_everybody() {
            start(person.email()).anotherWay().method("passkey");
            String nobody = "nobody-" + UUID.randomUUID() + "@example.org";

            assertThat(start(nobody).methods()).containsExactly("passkey", "password");
        }

        @Test
        void gives_way_to_another() {
            start(person.email()).anotherWay().method("passkey");
            start(person.email()).method("password");

            assertThat(start(person.email()).html().select("input[name=password]"))
                    .isNotEmpty();
        }
    }

    @Nested
    class Given_a_passkey_that_the_browser_does_not_have {
        @Test
        void the_page_says_so_and_offers_another_way() {
            Page page = start(person.email()).anotherWay().method("passkey");

            Page again = page.submit("webauth", Map.of("error", List.of("NotAllowedError: no")), "passkey");

            assertThat(again.text()).contains("That did not work.").doesNotContain("NotAllowedError");
            assertThat(again.anotherWay().methods()).containsExactly("passkey", "password");
        }

        @Test
        void a_name_beside_it_is_not_looked_up() {
            Page page = start(person.email()).anotherWay().method("passkey");
            Map<String, List<String>> asked = Map.of("error", List.of("no"), "username", List.of(person.email()));
            Map<String, List<String>> unknown =
                    Map.of("error", List.of("no"), "username", List.of("nobody-" + UUID.randomUUID()));

            Page known = page.submit("webauth", asked, "passkey");

            assertThat(Alike.of(known.submit("webauth", unknown, "passkey"), person.email()))
                    .isEqualTo(Alike.of(known, person.email()));
        }
    }

    private Page start(String name) {
        return start(browser, name);
    }

    private static Page start(Browser browser, String name) {
        return App.PLAIN.authorize(browser, "openid").email(name);
    }

    private static URI link(Page page, String selector) {
        return URI.create(page.html().select(selector).attr("abs:href"));
    }
}
