package dev.atrium.tests.login.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.broker.Identity;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.MailServer;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A rule for a domain holds at every way in, not at the first page alone. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class OtherWaysIT {
    private static final Map<String, String> TO_GOOGLE = Map.of("kc_idp_hint", "google");

    private MailServer mails;
    private RuledRealm realm;

    @BeforeAll
    void a_realm_with_rules() {
        mails = MailServer.start();
        realm = new RuledRealm();
        realm.provider("closed", realm.google);
        realm.rules(
                "clinic.example = idp:clinic",
                "both.example = idp:clinic password",
                "key.example = passkey",
                "gone.example = idp:closed");
        realm.realm().mailsTo(mails);
        realm.admin()
                .put(
                        "",
                        Admin.JSON
                                .createObjectNode()
                                .put("registrationAllowed", true)
                                .put("resetPasswordAllowed", true));
        realm.disable("closed");
        stockFlow();
    }

    @AfterAll
    void gone() {
        realm.close();
        mails.close();
    }

    @Nested
    class Given_a_domain_of_which_one_provider_is_the_only_way {
        private final String email = RuledRealm.address("clinic.example");
        private final String name = RuledRealm.address("example.org");
        private final String person = realm.person(name, email);
        private final Browser browser = new Browser();

        @Test
        void the_address_leads_to_the_provider() {
            Identity identity = Identity.verified(email);
            realm.clinic.says(identity);
            assertThat(realm.asks(browser).email(email).callback()).containsKey("code");
            assertThat(realm.links(person)).hasSize(1);
        }

        @Test
        void the_right_password_with_another_name_leads_there_too() {
            Page refused = realm.signsIn(browser, name);
            assertThat(refused.title()).isEqualTo(RuledRealm.OTHER_WAY);

            realm.clinic.says(Identity.verified(email));
            Page there = refused.submit("atrium-refused", Map.of("way", List.of("clinic")), "x");
            assertThat(there.callback()).containsKey("code");
        }

        @Test
        void the_page_leads_to_no_other_provider() {
            Page refused = realm.signsIn(browser, name);
            Page back = refused.submit("atrium-refused", Map.of("way", List.of("google")), "x");
            assertThat(back.callback()).containsEntry("error", "access_denied");
        }

        @Test
        void a_wrong_password_is_told_nothing() {
            Page wrong = realm.asks(browser).email(name).password("wrong");
            assertThat(wrong.text()).contains("Invalid").doesNotContain("organization");
        }

        @Test
        void who_guesses_on_is_not_told_which_one_is_right() {
            Page page = realm.asks(browser).email(name);
            for (int guess = 0; guess < 30; guess++) {
                page = page.password("guess-" + guess);
            }
            assertThat(page.password(Admin.PASSWORD).text()).contains("Invalid");
            realm.clinic.says(Identity.verified(email));
            assertThat(realm.asks(new Browser()).email(email).callback()).containsKey("code");
        }

        @Test
        void who_guesses_on_is_told_where_the_realm_counts_no_guesses() {
            guesses(false, 2);
            Page page = realm.asks(browser).email(name);
            for (int guess = 0; guess < 4; guess++) {
                page = page.password("guess-" + guess);
            }
            Page right = page.password(Admin.PASSWORD);
            guesses(true, 10);
            assertThat(right.title()).isEqualTo(RuledRealm.OTHER_WAY);
        }

        private void guesses(boolean counted, int most) {
            ObjectNode settings = Admin.JSON
                    .createObjectNode()
                    .put("bruteForceProtected", counted)
                    .put("failureFactor", most);
            assertThat(realm.admin().put("", settings).status()).isEqualTo(204);
        }

        @Test
        void the_password_grant_gives_nothing() {
            assertThat(realm.passwordGrant(name).error()).isEqualTo("invalid_grant");
            assertThat(realm.passwordGrant(email).error()).isEqualTo("invalid_grant");
        }

        @Test
        void keycloaks_own_form_lets_nobody_in() {
            Page form = browser.open(
                    URI.create(realm.asks(new Browser()).address().toString().replaceAll("/protocol/.*", "/account/")));
            assertThat(form.status()).isEqualTo(200);
            Page refused = stock(new Browser(), email);
            assertThat(refused.title()).isEqualTo(RuledRealm.OTHER_WAY);
        }

        @Test
        void the_link_for_a_forgotten_password_sets_none() {
            Page password = realm.asks(browser).email(name);
            URI forgotten = URI.create(
                    password.html().select("a[href*=reset-credentials]").attr("abs:href"));
            browser.open(forgotten).submit("kc-reset-password-form", Map.of("username", List.of(email)), "");
            Page page = browser.open(URI.create(mails.await(email).link()));
            assertThat(page.title()).isEqualTo(RuledRealm.OTHER_WAY);
        }

        @Test
        void registering_lets_nobody_in() {
            String fresh = RuledRealm.address("clinic.example");
            Map<String, List<String>> typed = Map.of(
                    "username", List.of(fresh),
                    "email", List.of(fresh),
                    "firstName", List.of("New"),
                    "lastName", List.of("Comer"),
                    "password", List.of("atrium-demo-2"),
                    "password-confirm", List.of("atrium-demo-2"));
            Page page = realm.asks(browser, Map.of("prompt", "create")).submit("kc-register-form", typed, "register");
            assertThat(page.title()).isEqualTo(RuledRealm.OTHER_WAY);
        }

        @Test
        void another_provider_may_not_bring_the_address() {
            realm.google.says(Identity.verified(email));
            Page page = realm.asks(browser, TO_GOOGLE);
            assertThat(page.text()).contains("not allowed to confirm this e-mail address");
            assertThat(realm.links(person)).isEmpty();
        }

        @Test
        void another_provider_that_they_are_linked_to_leads_to_the_right_one() {
            Identity identity = Identity.verified(RuledRealm.address("gmail.example"));
            realm.link(person, "google", identity.idToken().path("sub"));
            realm.google.says(identity);
            Page refused = realm.asks(browser, TO_GOOGLE);
            assertThat(refused.title()).isEqualTo(RuledRealm.OTHER_WAY);

            realm.clinic.says(Identity.verified(email));
            assertThat(refused.submit("atrium-refused", Map.of("way", List.of("clinic")), "x")
                            .callback())
                    .containsKey("code");
        }
    }

    @Nested
    class Given_a_domain_with_a_provider_and_a_password {
        private final String email = RuledRealm.address("both.example");
        private final String person = realm.person(email);
        private final Browser browser = new Browser();

        @Test
        void the_provider_brings_them() {
            assertThat(comesByClinic().callback()).containsKey("code");
        }

        @Test
        void the_password_is_theirs_at_the_token_endpoint_too() {
            assertThat(realm.passwordGrant(email).accessToken()).isNotEmpty();
            assertThat(stock(browser, email).callback()).containsKey("code");
        }

        @Test
        void the_password_is_theirs_still_when_they_are_linked() {
            comesByClinic();
            assertThat(realm.links(person)).hasSize(1);
            assertThat(realm.passwordGrant(email).accessToken()).isNotEmpty();
        }

        private Page comesByClinic() {
            Identity identity = Identity.verified(email);
            realm.link(person, "clinic", identity.idToken().path("sub"));
            realm.clinic.says(identity);
            return realm.asks(browser, Map.of("kc_idp_hint", "clinic"));
        }

        @Test
        void another_provider_is_not() {
            Identity identity = Identity.verified(RuledRealm.address("gmail.example"));
            realm.link(person, "google", identity.idToken().path("sub"));
            realm.google.says(identity);
            assertThat(realm.asks(browser, TO_GOOGLE).title()).isEqualTo("Please sign in another way");
        }
    }

    @Nested
    class Given_a_domain_in_which_a_password_is_no_method {
        private final String email = RuledRealm.address("key.example");
        private final String name = RuledRealm.address("example.org");

        Given_a_domain_in_which_a_password_is_no_method() {
            realm.person(name, email);
        }

        @Test
        void it_is_no_passkey_because_fields_of_one_come_with_it() {
            Page page = realm.asks(new Browser())
                    .email(name)
                    .submit(
                            "kc-form-login",
                            Map.of(
                                    "password", List.of(Admin.PASSWORD),
                                    "username", List.of(name),
                                    "authenticatorData", List.of("x")),
                            "login");
            assertThat(page.isCallback()).isFalse();
        }

        @Test
        void it_works_nowhere() {
            assertThat(realm.signsIn(new Browser(), name).isCallback()).isFalse();
            assertThat(stock(new Browser(), email).isCallback()).isFalse();
            assertThat(realm.passwordGrant(email).error()).isEqualTo("invalid_grant");
        }
    }

    @Nested
    class Given_a_rule_of_which_nothing_is_left {
        @Test
        void they_are_told_so_and_the_password_is_no_way_out() {
            String email = RuledRealm.address("gone.example");
            realm.person(email);
            assertThat(stock(new Browser(), email).title()).isEqualTo("You cannot sign in at the moment");
            assertThat(realm.passwordGrant(email).error()).isEqualTo("invalid_grant");
        }
    }

    @Nested
    class Given_a_domain_without_a_rule {
        @Test
        void every_way_is_as_it_was() {
            String email = RuledRealm.address("example.org");
            String person = realm.person(email);
            Identity identity = Identity.verified(email);
            realm.link(person, "google", identity.idToken().path("sub"));
            realm.google.says(identity);
            assertThat(realm.asks(new Browser(), TO_GOOGLE).callback()).containsKey("code");
            assertThat(realm.signsIn(new Browser(), email).callback()).containsKey("code");
            assertThat(realm.passwordGrant(email).accessToken()).isNotEmpty();
        }
    }

    /** A client whose own browser flow is Keycloak's, with the form for user name and password. */
    private void stockFlow() {
        String browserFlow = StreamSupport.stream(
                        realm.admin().read("authentication/flows").spliterator(), false)
                .filter(flow -> flow.path("alias").asText().equals("browser"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        ObjectNode client =
                Admin.JSON.createObjectNode().put("clientId", "stock-app").put("publicClient", true);
        client.putArray("redirectUris").add(Browser.CALLBACK);
        client.putObject("authenticationFlowBindingOverrides").put("browser", browserFlow);
        realm.admin().create("clients", client);
    }

    private Page stock(Browser browser, String name) {
        return realm.asks(browser, Map.of("client_id", "stock-app"))
                .email(name)
                .submit(
                        "kc-form-login",
                        Map.of("username", List.of(name), "password", List.of(Admin.PASSWORD)),
                        "login");
    }
}
