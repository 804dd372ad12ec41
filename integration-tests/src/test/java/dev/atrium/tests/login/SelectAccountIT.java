package dev.atrium.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code prompt=select_account}: the person says whose account it is (OpenID Connect Core 3.1.2.1). */
@ExtendWith(AtriumServer.class)
class SelectAccountIT {
    private static final Map<String, String> WHO = Map.of("prompt", "select_account");

    private final Browser browser = new Browser();
    private final TestUser first = Admin.ofRealm().user("example.org");
    private final TestUser second = Admin.ofRealm().user("example.org");

    @Nested
    class Given_somebody_who_is_signed_in {
        private Page asked;

        @BeforeEach
        void asked() {
            signIn(App.PLAIN.authorize(browser, "openid"), first);
            asked = App.PLAIN.authorize(browser, "openid", WHO);
        }

        @Test
        void they_are_asked_and_go_on_as_themselves() {
            assertThat(asked.title()).isEqualTo("Who is signing in?");
            assertThat(subject(asked.submit("atrium-account", Map.of(), "continue")))
                    .isEqualTo(first.id());
        }

        @Test
        void are_offered_nothing_else() {
            assertThat(asked.html().select("#kc-form-buttons input, #try-another-way"))
                    .isEmpty();
            assertThat(asked.html().select("form")).extracting(Element::id).containsExactly("atrium-account");
        }

        @Test
        void another_account_is_used_instead() {
            Page name =
                    browser.open(URI.create(asked.html().select("#atrium-other").attr("abs:href")));

            assertThat(subject(signIn(name, second))).isEqualTo(second.id());
            assertThat(subject(App.PLAIN.authorize(browser, "openid"))).isEqualTo(second.id());
        }

        @Test
        void an_app_that_does_not_ask_for_it_goes_on() {
            assertThat(subject(App.PLAIN.authorize(browser, "openid"))).isEqualTo(first.id());
        }

        @Test
        void a_silent_request_shows_no_page() {
            Page silent = App.PLAIN.authorize(browser, "openid", Map.of("prompt", "none"));

            assertThat(subject(silent)).isEqualTo(first.id());
        }
    }

    @Test
    void who_is_not_signed_in_signs_in() {
        assertThat(subject(signIn(App.PLAIN.authorize(browser, "openid", WHO), first)))
                .isEqualTo(first.id());
    }

    private static Page signIn(Page name, TestUser person) {
        return name.email(person.email()).password(Admin.PASSWORD);
    }

    private static String subject(Page callback) {
        Tokens tokens = App.PLAIN.exchange(callback);
        return tokens.idClaims().path("sub").asText();
    }
}
