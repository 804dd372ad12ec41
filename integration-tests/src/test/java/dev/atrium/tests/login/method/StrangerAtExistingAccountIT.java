package dev.atrium.tests.login.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.broker.Identity;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
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
