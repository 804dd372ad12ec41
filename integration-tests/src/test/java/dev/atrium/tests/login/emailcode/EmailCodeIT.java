package dev.atrium.tests.login.emailcode;

import static dev.atrium.tests.login.emailcode.CodeRealm.goOn;
import static dev.atrium.tests.login.emailcode.CodeRealm.not;
import static dev.atrium.tests.login.emailcode.CodeRealm.resend;
import static dev.atrium.tests.login.emailcode.CodeRealm.restart;
import static dev.atrium.tests.login.emailcode.CodeRealm.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in with a code by e-mail. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class EmailCodeIT {
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
    class Given_the_code_of_the_mail {
        private final String email = realm.person();
        private final Page page = realm.codePage(email);
        private final String code = realm.code(email);

        @Test
        void it_signs_in() {
            assertThat(type(page, code).callback()).containsKey("code");
        }

        @Test
        void it_signs_in_however_it_is_typed() {
            assertThat(type(page, " " + code.substring(0, 3) + "-" + code.substring(3) + " ")
                            .callback())
                    .containsKey("code");
        }

        @Test
        void it_signs_in_once() {
            type(page, code);
            assertThat(type(page, code).callback()).doesNotContainKey("code");
            Page other = realm.codePage(email);
            assertThat(type(other, code).text()).contains("This code is not correct.");
        }

        @Test
        void it_is_not_good_for_another_sign_in_with_the_same_address() {
            Page other = realm.codePage(email);
            realm.mail(email, 2);
            assertThat(type(other, code).text()).contains("This code is not correct.");
            assertThat(type(page, code).callback()).containsKey("code");
        }

        @Test
        void it_is_not_good_for_another_tab_of_the_same_browser() {
            Page tab = realm.codePage(page.browser(), email);
            realm.mail(email, 2);
            assertThat(type(tab, code).text()).contains("This code is not correct.");
            assertThat(type(page, code).callback()).containsKey("code");
        }
    }

    @Nested
    class Given_the_page_is_opened_again {
        private final String email = realm.person();
        private final Page page = realm.codePage(email);
        private final String code = realm.code(email);

        @Test
        void in_another_language_the_code_stays_good_and_no_other_is_sent() {
            URI german = URI.create(page.html().select("a[href*=kc_locale=de], option[value*=kc_locale=de]").stream()
                    .map(link -> link.hasAttr("href") ? link.absUrl("href") : link.absUrl("value"))
                    .findFirst()
                    .orElseThrow());
            Page other = page.browser().open(german);
            assertThat(other.title()).isEqualTo("Code aus Ihrer E-Mail eingeben");
            assertThat(type(other, code).callback()).containsKey("code");
            assertThat(realm.mails.mailsTo(email)).hasSize(1);
        }

        @Test
        void by_a_refresh_the_code_stays_good_and_no_other_is_sent() {
            Page again = goOn(page.browser().open(page.address()));
            assertThat(type(again, code).callback()).containsKey("code");
            assertThat(realm.mails.mailsTo(email)).hasSize(1);
        }

        @Test
        void after_the_sign_in_started_over_with_the_same_address_the_code_stays_good() {
            Page first = restart(page);
            assertThat(type(first.email(email), code).callback()).containsKey("code");
            assertThat(realm.mails.mailsTo(email)).hasSize(1);
        }

        @Test
        void after_another_address_was_typed_that_gets_a_code_of_its_own() {
            String other = realm.person();
            Page second = restart(page).email(other);
            Page wrong = type(second, code);
            assertThat(wrong.text()).contains("This code is not correct.");
            assertThat(type(wrong, realm.code(other)).callback()).containsKey("code");
        }
    }

    @Nested
    class Given_a_wrong_code {
        private final String email = realm.person();
        private final Page page = realm.codePage(email);
        private final String code = realm.code(email);

        @Test
        void says_so_and_the_right_one_stays_good() {
            Page wrong = type(page, not(code));
            assertThat(wrong.text()).contains("This code is not correct.");
            assertThat(wrong.html().select("input#code").attr("aria-invalid")).isEqualTo("true");
            assertThat(type(wrong, code).callback()).containsKey("code");
        }

        @Test
        void is_in_the_events() {
            type(page, not(code));
            var event = realm.event("LOGIN_ERROR");
            assertThat(event.path("error").asText()).isEqualTo("invalid_code");
            assertThat(event.path("userId").asText()).isEqualTo(realm.userId(email));
            assertThat(event.path("details").path("reason").asText()).isEqualTo("The e-mail code is wrong");
        }

        @Test
        void after_five_not_even_the_right_one_is_good() {
            Page wrong = page;
            for (int i = 0; i < 5; i++) {
                wrong = type(wrong, not(code));
            }
            assertThat(wrong.text()).contains("Too many wrong codes were entered.");
            assertThat(type(wrong, code).text()).contains("Too many wrong codes were entered.");
            assertThat(realm.event("LOGIN_ERROR").path("error").asText()).isEqualTo("expired_code");
        }

        @Test
        void what_is_no_code_is_no_try() {
            Page wrong = page;
            for (int i = 0; i < 6; i++) {
                wrong = type(wrong, "12345");
                assertThat(wrong.text()).contains("Please enter the six digits from the e-mail.");
            }
            assertThat(type(wrong, code).callback()).containsKey("code");
        }
    }

    @Nested
    class Given_another_code_is_asked_for {
        private final String email = realm.person();
        private final Page page = realm.codePage(email);

        @Test
        void at_once_the_person_is_told_to_wait_and_nothing_is_sent() {
            realm.code(email);
            Page waiting = resend(page);
            assertThat(waiting.text()).containsPattern("Seconds left: \\d\\d");
            realm.realm.nothingWaits();
            assertThat(realm.mails.mailsTo(email)).hasSize(1);
        }
    }

    @Nested
    class Given_a_mail {
        private final String email = realm.person();

        @Test
        void is_in_the_events_and_says_what_to_do() {
            realm.codePage(email);
            var mail = realm.mail(email, 1);
            assertThat(mail.subject()).startsWith("Your code to sign in to ").doesNotContain(CodeRealm.code(mail));
            assertThat(mail.html()).contains(CodeRealm.code(mail)).contains("Sign in without typing");
            var event = realm.event("SEND_VERIFY_EMAIL");
            assertThat(event.path("details").path("action").asText()).isEqualTo("atrium-email-code");
            assertThat(event.path("details").path("email").asText()).isEqualTo(email);
        }

        @Test
        void is_in_the_language_of_the_page() {
            realm.firstPage(new Browser(), Map.of("ui_locales", "de")).email(email);
            assertThat(realm.mail(email, 1).subject()).startsWith("Ihr Code zur Anmeldung");
        }
    }

    @Nested
    class Given_a_user_name {
        @Test
        void the_code_goes_to_the_address_of_the_account() {
            String email = realm.person(
                    user -> user.put("username", user.path("email").asText().split("@")[0]));
            Page page = realm.codePage(email.split("@")[0]);
            assertThat(page.text()).contains("If there is an account for " + email.split("@")[0] + " here");
            assertThat(type(page, realm.code(email)).callback()).containsKey("code");
        }
    }

    @Nested
    class Given_a_domain_with_several_methods {
        private final String email = realm.person(
                user -> user.put("email", user.path("email").asText().replace("example.org", "two.example")));
        private final Page choice = realm.codePage(email);

        @Test
        void no_mail_is_sent_before_the_code_is_chosen() {
            assertThat(choice.title()).isEqualTo("Choose how to sign in");
            realm.realm.nothingWaits();
            assertThat(realm.mails.mailsTo(email)).isEmpty();
        }

        @Test
        void another_way_leads_from_the_page_for_the_code_to_the_others_and_back() {
            Page page = choose(choice, "email-code");
            String code = realm.code(email);
            Page again = page.submit("atrium-another-way", Map.of(), "anotherWay");
            assertThat(again.title()).isEqualTo(choice.title());
            assertThat(type(choose(again, "email-code"), code).callback()).containsKey("code");
            assertThat(realm.mails.mailsTo(email)).hasSize(1);
        }

        private Page choose(Page page, String method) {
            return page.browser()
                    .post(
                            URI.create(page.html()
                                    .select("form:has([name=method])")
                                    .first()
                                    .absUrl("action")),
                            Map.of("method", List.of(method)));
        }
    }

    @Nested
    class Given_an_account_of_which_nobody_verified_the_address {
        private final String email = realm.person(user -> user.put("emailVerified", false));

        @Test
        void whoever_has_the_code_gets_it_and_who_made_it_does_not_get_in_any_more() {
            String id = realm.userId(email);
            assertThat(realm.admin().read("users/" + id + "/credentials")).isNotEmpty();
            assertThat(type(realm.codePage(email), realm.code(email)).callback())
                    .containsKey("code");
            assertThat(realm.admin().read("users/" + id).path("emailVerified").asBoolean())
                    .isTrue();
            assertThat(realm.admin().read("users/" + id + "/credentials")).isEmpty();
        }

        @Test
        void the_mail_does_not_have_the_name_that_somebody_gave_it() {
            realm.codePage(email);
            assertThat(realm.mail(email, 1).text()).contains("Hello,").doesNotContain("Test User");
        }
    }

    @Nested
    class Given_a_realm_without_a_mail_server {
        @Test
        void says_that_nothing_was_sent_and_asks_for_nothing() {
            String email = realm.person();
            assertThat(realm.admin().put("", Admin.parse("{\"smtpServer\":{}}")).status())
                    .isEqualTo(204);
            try {
                Page page = realm.codePage(email);
                assertThat(page.text()).contains("We cannot send e-mails at the moment.");
                assertThat(page.html().select("input#code")).isEmpty();
                assertThat(realm.event("LOGIN_ERROR").path("error").asText()).isEqualTo("email_send_failed");
            } finally {
                realm.realm.mailsTo(realm.mails);
            }
            assertThat(type(realm.codePage(email), realm.code(email)).callback())
                    .containsKey("code");
        }
    }

    @Nested
    class Given_sign_ins_of_one_address_in_many_browsers {
        @Test
        void twenty_codes_are_sent_within_an_hour_and_the_page_says_the_same_afterwards() {
            String email = realm.person();
            for (int number = 1; number <= 20; number++) {
                realm.codePage(email);
                realm.mail(email, number);
            }
            assertThat(realm.codePage(email).text()).contains("we have just sent you an e-mail with a code");
            String reason = "This person was sent too many codes within an hour";
            Eventually.holds(
                    () -> realm.event("SEND_VERIFY_EMAIL_ERROR").toString().contains(reason), () -> "no such event");
            assertThat(realm.mails.mailsTo(email)).hasSize(20);
        }
    }
}
