package dev.atrium.tests.login.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.broker.Identity;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who has an account and comes by a provider that no organization has is told so, and signs in to link it. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class ExistingAccountIT {
    private static final String TOLD = "You already have an account";

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
    class Given_an_account_with_a_password {
        private final String email = RuledRealm.address("example.org");
        private final String person = realm.person(email);

        @Test
        void is_told_that_there_is_one() {
            Page told = comesByGoogle(email);
            assertThat(told.title()).isEqualTo(TOLD);
            assertThat(told.text()).contains(email, "The google");
        }

        @Test
        void is_linked_after_its_password() {
            Page password = way(comesByGoogle(email), "");
            assertThat(password.password(Admin.PASSWORD).callback()).containsKey("code");
            assertThat(realm.links(person).findValuesAsText("identityProvider")).containsExactly("google");
            assertThat(comesByGoogle(email).callback()).containsKey("code");
        }

        @Test
        void is_not_linked_after_a_wrong_one() {
            Page wrong = way(comesByGoogle(email), "").password("wrong");
            assertThat(wrong.text()).contains("Invalid");
            assertThat(realm.links(person)).isEmpty();
        }
    }

    @Nested
    class Given_an_account_that_signs_in_with_another_provider {
        private final String email = RuledRealm.address("example.org");
        private final String person = withoutPassword(email);
        private final Identity there = Identity.verified(email);

        @Test
        void is_linked_after_that_one() {
            realm.link(person, "clinic", there.idToken().path("sub"));
            Page told = comesByGoogle(email);
            assertThat(told.html().select("button[name=way]").eachText()).containsExactly("Sign in with The clinic");
            realm.clinic.says(there);
            assertThat(way(told, "clinic").callback()).containsKey("code");
            assertThat(realm.links(person).findValuesAsText("identityProvider"))
                    .containsExactlyInAnyOrder("clinic", "google");
        }

        @Test
        void is_linked_to_nobody_else_who_comes_by_it() {
            realm.link(person, "clinic", there.idToken().path("sub"));
            Identity other = Identity.verified(RuledRealm.address("example.org"));
            String somebody = realm.person(RuledRealm.address("example.org"));
            realm.link(somebody, "clinic", other.idToken().path("sub"));
            Page told = comesByGoogle(email);
            realm.clinic.says(other);
            assertThat(way(told, "clinic").isCallback()).isFalse();
            assertThat(realm.links(somebody).findValuesAsText("identityProvider"))
                    .containsExactly("clinic");
        }
    }

    @Nested
    class Given_a_password_that_is_no_method_of_theirs {
        @Test
        void is_not_offered_and_links_nothing() {
            String email = RuledRealm.address("patients.example");
            String person = realm.person(RuledRealm.address("example.org"), email);
            realm.link(
                    person,
                    "clinic",
                    Admin.JSON.createObjectNode().put("sub", email).path("sub"));
            realm.rules("patients.example = idp:clinic", "mail.example = idp:google password");
            Page refused = comesByGoogle(email);
            assertThat(refused.text()).contains("not allowed to confirm");
            assertThat(realm.links(person).findValuesAsText("identityProvider")).containsExactly("clinic");
        }
    }

    @Nested
    class Given_a_row_that_names_the_provider {
        private final String email = RuledRealm.address("patients.example");
        private final String person = realm.person(email);

        @Test
        void is_linked_without_a_question_where_it_names_nothing_else() {
            realm.rules("patients.example = idp:google");
            assertThat(comesByGoogle(email).callback()).containsKey("code");
        }

        @Test
        void is_told_and_signs_in_where_it_names_a_password_too() {
            realm.rules("patients.example = idp:google password");
            Page told = comesByGoogle(email);
            assertThat(told.title()).isEqualTo(TOLD);
            assertThat(way(told, "").password(Admin.PASSWORD).callback()).containsKey("code");
        }

        @Test
        void is_told_where_it_names_another_provider_too() {
            realm.rules("*.patients.example = idp:clinic idp:google");
            assertThat(comesByGoogle(email).title()).isEqualTo(TOLD);
            assertThat(realm.links(person)).isEmpty();
        }

        @Test
        void does_not_have_silence_count_as_a_word_for_the_address() {
            realm.rules("patients.example = password idp:google");
            realm.google.says(Identity.with(email));
            assertThat(realm.asks(new Browser(), Map.of("kc_idp_hint", "google"))
                            .title())
                    .isEqualTo(TOLD);
            assertThat(realm.links(person)).isEmpty();
        }
    }

    @Nested
    class Given_an_account_without_any_credential {
        @Test
        void says_that_a_password_can_be_set() {
            realm.admin().put("", Admin.JSON.createObjectNode().put("resetPasswordAllowed", true));
            Page told = comesByGoogle(emailOfNobodyIn());
            assertThat(told.title()).isEqualTo(TOLD);
            assertThat(told.text()).contains("Nobody has set a password");
            assertThat(told.html().select("#atrium-forgotten")).hasSize(1);
        }

        private String emailOfNobodyIn() {
            String email = RuledRealm.address("example.org");
            withoutPassword(email);
            return email;
        }
    }

    private String withoutPassword(String email) {
        ObjectNode user = Admin.JSON
                .createObjectNode()
                .put("username", email)
                .put("email", email)
                .put("emailVerified", true)
                .put("firstName", "Test")
                .put("lastName", "User")
                .put("enabled", true);
        return realm.admin().create("users", user);
    }

    private Page comesByGoogle(String email) {
        realm.google.says(subjects.computeIfAbsent(email, Identity::verified));
        return realm.asks(new Browser(), Map.of("kc_idp_hint", "google"));
    }

    private final Map<String, Identity> subjects = new java.util.HashMap<>();

    private static Page way(Page told, String value) {
        return told.submit("atrium-existing", Map.of("way", List.of(value)), "x");
    }
}
