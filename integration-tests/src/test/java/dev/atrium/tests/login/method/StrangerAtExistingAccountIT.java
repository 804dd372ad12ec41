package dev.atrium.tests.login.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.broker.Identity;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who comes by a provider as if an account was theirs can neither ask about it nor do anything to its owner. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class StrangerAtExistingAccountIT {
    private RuledRealm realm;

    @BeforeAll
    void a_realm() {
        realm = new RuledRealm();
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_user_name_that_is_somebody_elses {
        private final String email = RuledRealm.address("example.org");
        private final String username = "taken-" + UUID.randomUUID();

        @BeforeEach
        void taken() {
            realm.person(username, email);
        }

        @Test
        void the_page_for_a_forgotten_password_does_not_tell_who_it_is() {
            Page told = comes(Identity.somebody().both(claims -> claims.put("preferred_username", username)));
            Page forgotten = told.browser().open(tab(told, "reset-credentials"));
            assertThat(forgotten.html().select("#kc-reset-password-form input[name=username]"))
                    .hasSize(1);
            assertThat(forgotten.html().html()).doesNotContain(email, username);
        }

        @Test
        void the_sign_in_goes_on_as_nobody_after_it() {
            Page told = comes(Identity.somebody().both(claims -> claims.put("preferred_username", username)));
            told.browser().open(tab(told, "reset-credentials"));
            Page first = told.browser().open(tab(told, "authenticate"));
            assertThat(first.html().select("input[name=username]")).hasSize(1);
            assertThat(first.html().html()).doesNotContain(email, username);
        }
    }

    @Nested
    class Given_an_account_whose_person_signs_in_with_another_provider {
        private final String email = RuledRealm.address("patients.example");
        private final String username = "taken-" + UUID.randomUUID();

        @Test
        void wrong_passwords_lock_nobody_out_of_it() {
            realm.rules("patients.example = idp:clinic");
            String person = realm.person(username, email);
            Page page = passwordPage(username);
            for (int guess = 0; guess < 3; guess++) {
                page = page.password("wrong");
            }
            assertThat(page.text()).contains("Invalid password");
            assertThat(failures(person)).isZero();
        }
    }

    @Nested
    class Given_an_account_with_a_password {
        private final String username = "taken-" + UUID.randomUUID();
        private final String person = realm.person(username, RuledRealm.address("example.org"));

        @Test
        void wrong_passwords_are_counted_against_it_as_on_any_page() {
            assertThat(passwordPage(username).password("wrong").text()).contains("Invalid password");
            assertThat(failures(person)).isEqualTo(1);
        }

        @Test
        void the_page_is_for_no_other_account() {
            String otherName = "other-" + UUID.randomUUID();
            String other = realm.person(otherName, RuledRealm.address("example.org"));
            Page page = passwordPage(username);
            assertThat(page.html().html()).doesNotContain(username);

            Page wrong = typed(page, otherName, "wrong");
            assertThat(wrong.text()).contains("Invalid password");
            assertThat(failures(other)).isZero();
            assertThat(typed(wrong, otherName, Admin.PASSWORD).callback()).containsKey("code");
            assertThat(realm.links(person)).hasSize(1);
            assertThat(realm.links(other)).isEmpty();
        }

        private Page typed(Page page, String name, String password) {
            return page.submit(
                    "kc-form-login", Map.of("username", List.of(name), "password", List.of(password)), "login");
        }
    }

    private Page passwordPage(String username) {
        return comes(Identity.somebody().both(claims -> claims.put("preferred_username", username)))
                .submit("atrium-existing", Map.of("way", List.of("")), "x");
    }

    private int failures(String person) {
        return realm.admin()
                .read("attack-detection/brute-force/users/" + person)
                .path("numFailures")
                .asInt();
    }

    /** By the button of the provider, which is no hint that stays with the sign-in. */
    private Page comes(Identity identity) {
        realm.google.says(identity);
        Page first = realm.asks(new Browser());
        Page told = first.browser()
                .open(URI.create(
                        first.html().selectFirst("a[href*=/broker/google/]").absUrl("href")));
        assertThat(told.title()).isEqualTo("You already have an account");
        return told;
    }

    /** Another page of the same tab. */
    private URI tab(Page page, String path) {
        String action = page.html().select("form[action*=tab_id]").attr("action");
        String query = Stream.of(action.substring(action.indexOf('?') + 1).split("&"))
                .filter(parameter -> !parameter.matches("(session_code|execution)=.*"))
                .collect(Collectors.joining("&"));
        return page.address().resolve("/realms/" + realm.name() + "/login-actions/" + path + "?" + query);
    }
}
