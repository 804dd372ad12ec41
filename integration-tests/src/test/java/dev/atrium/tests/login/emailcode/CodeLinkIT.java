package dev.atrium.tests.login.emailcode;

import static dev.atrium.tests.login.emailcode.CodeRealm.not;
import static dev.atrium.tests.login.emailcode.CodeRealm.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The link that is mailed beside a code. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class CodeLinkIT {
    private CodeRealm realm;

    @BeforeAll
    void a_realm() {
        realm = new CodeRealm();
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_the_browser_that_asked_for_the_code {
        private final String email = realm.person();
        private final Page page = realm.codePage(email);
        private final Browser browser = page.browser();
        private final String code = realm.code(email);
        private final URI link = URI.create(realm.mail(email, 1).link());

        @Test
        void a_button_on_the_page_of_the_link_signs_in() {
            Page shown = browser.open(link);
            assertThat(shown.title()).isEqualTo("Continue signing in");
            assertThat(shown.text()).contains(email).doesNotContain(code);
            assertThat(press(shown).callback()).containsKey("code");
        }

        @Test
        void opening_the_page_often_signs_nobody_in() {
            for (int i = 0; i < 3; i++) {
                browser.open(link);
                Http.send(HttpRequest.newBuilder(link)
                        .method("HEAD", BodyPublishers.noBody())
                        .build());
            }
            Page again = realm.firstPage(browser);
            assertThat(again.isCallback()).isFalse();
            assertThat(type(page, code).callback()).containsKey("code");
        }

        @Test
        void another_site_cannot_press_the_button() {
            Page answer = browser.send(HttpRequest.newBuilder(link)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Sec-Fetch-Site", "cross-site")
                    .POST(BodyPublishers.ofString("continue=true"))
                    .build());
            assertThat(answer.status()).isEqualTo(403);
            assertThat(realm.firstPage(browser).isCallback()).isFalse();
        }

        @Test
        void the_link_is_used_up_with_the_code() {
            type(page, code);
            assertThat(browser.open(link).title()).isEqualTo("This code has already been used");
        }

        @Test
        void the_code_is_used_up_with_the_link() {
            press(browser.open(link));
            assertThat(type(page, code).callback()).doesNotContainKey("code");
            assertThat(browser.open(link).status()).isEqualTo(410);
        }

        @Test
        void the_link_is_no_good_any_more_after_five_wrong_codes() {
            Page wrong = page;
            for (int i = 0; i < 5; i++) {
                wrong = type(wrong, not(code));
            }
            assertThat(browser.open(link).title()).isEqualTo("This code is no longer valid");
        }

        @Test
        void the_link_does_nothing_for_somebody_who_was_disabled_meanwhile() {
            Page shown = browser.open(link);
            realm.disable(email);
            assertThat(press(shown).text()).contains("This code is not correct.");
        }
    }

    @Nested
    class Given_another_browser {
        private final String email = realm.person();
        private final Page page = realm.codePage(email);
        private final String code = realm.code(email);
        private final URI link = URI.create(realm.mail(email, 1).link());
        private final Browser other = new Browser();

        @Test
        void the_page_of_the_link_shows_the_code_to_type() {
            Page shown = other.open(link);
            assertThat(shown.title()).isEqualTo("Your code");
            assertThat(shown.text()).contains(code).contains("tell nobody the code");
            assertThat(shown.html().select("form#atrium-link")).isEmpty();
            assertThat(type(page, code).callback()).containsKey("code");
        }

        @Test
        void no_button_that_somebody_makes_up_signs_in_either_browser() {
            Page shown = other.post(link, Map.of("continue", List.of("true")));
            assertThat(shown.title()).isEqualTo("Your code");
            assertThat(realm.firstPage(other).isCallback()).isFalse();
            assertThat(realm.firstPage(page.browser()).isCallback()).isFalse();
        }

        @Test
        void that_began_a_sign_in_of_its_own_is_still_another() {
            realm.codePage(other, email);
            assertThat(other.open(link).title()).isEqualTo("Your code");
        }

        @Test
        void a_link_that_somebody_changed_leads_nowhere() {
            String changed = link.toString().replaceFirst("\\.[^.?]+(\\?|$)", ".AAAA$1");
            assertThat(other.open(URI.create(changed)).status()).isEqualTo(404);
        }
    }

    private static Page press(Page page) {
        return page.submit("atrium-link", Map.of(), "send");
    }
}
