package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.MailServer;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stranger is told the same of every address. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class AccountsAlikeIT {
    private static final String OF_PROVIDER = "of an identity provider's domain";
    private static final String WRONG = "not the password";

    private final MailServer mails = MailServer.start();
    private TestRealm realm;
    private Map<String, String> emails;

    @BeforeAll
    void people() {
        realm = TestRealm.delivered().mailsTo(mails);
        realm.admin().create("clients", Stranger.clientForPasswords());
        emails = new AccountKinds(realm).emails;
    }

    @AfterAll
    void gone() {
        realm.close();
        mails.close();
    }

    @Nested
    class Given_the_page_for_the_address {
        @Test
        void leads_to_the_same_page() {
            assertAlike(new Stranger(realm, "en")::passwordPage);
        }
    }

    @Nested
    class Given_the_page_for_the_password {
        @ParameterizedTest
        @CsvSource({"en,atrium", "de,atrium", "fr,atrium", "nl,atrium", "ja,atrium", "de,keycloak.v2", "it,keycloak.v2"
        })
        void says_the_same_of_a_wrong_password(String language, String theme) {
            inTheme(theme, () -> assertAlike(email -> new Stranger(realm, language).typesPassword(email, WRONG)));
        }

        @Test
        void says_the_same_of_the_right_password_to_all_whom_it_does_not_let_in() {
            List<String> knownByIt = List.of(emails.get("known"), emails.get(OF_PROVIDER));
            assertAlike(email ->
                    new Stranger(realm, "en").typesPassword(email, knownByIt.contains(email) ? WRONG : Admin.PASSWORD));
        }

        @Test
        void after_the_right_one_shows_the_way_to_their_provider() {
            Page page = new Stranger(realm, "en").typesPassword(emails.get(OF_PROVIDER), Admin.PASSWORD);
            assertThat(page.title()).isEqualTo("You sign in through your organization");
        }

        @Test
        void says_the_same_of_no_password() {
            assertAlike(email -> new Stranger(realm, "en").typesPassword(email, ""));
        }

        @Test
        void lets_in_whose_password_it_is() {
            assertThat(new Stranger(realm, "en")
                            .typesPassword(emails.get("known"), Admin.PASSWORD)
                            .callback())
                    .containsKey("code");
        }
    }

    @Nested
    class Given_the_page_for_a_forgotten_password {
        @ParameterizedTest
        @CsvSource({"en,atrium", "de,atrium", "it,keycloak.v2"})
        void says_the_same(String language, String theme) {
            inTheme(theme, () -> assertAlike(new Stranger(realm, language)::forgets));
        }
    }

    @Nested
    class Given_the_password_grant {
        @Test
        void answers_a_wrong_password_alike() {
            assertAnsweredAlike((email, right) -> List.of(WRONG));
        }

        @Test
        void answers_the_right_password_alike_to_all_whom_it_does_not_let_in() {
            assertAnsweredAlike((email, right) -> List.of(right ? WRONG : Admin.PASSWORD));
        }

        @Test
        void answers_alike_without_a_password() {
            assertAnsweredAlike((email, right) -> List.of());
        }

        @Test
        void gives_tokens_to_whose_password_it_is() {
            assertThat(new Stranger(realm, "en")
                            .asksForTokens(emails.get("known"), List.of(Admin.PASSWORD))
                            .status())
                    .isEqualTo(200);
        }

        /** An identity provider's people are kept from this grant by their required action, not by the password. */
        private void assertAnsweredAlike(BiFunction<String, Boolean, List<String>> password) {
            emails.entrySet().stream()
                    .filter(kind -> !kind.getKey().equals(OF_PROVIDER))
                    .forEach(kind -> {
                        Answer answer = new Stranger(realm, "en")
                                .asksForTokens(
                                        kind.getValue(),
                                        password.apply(
                                                kind.getValue(), kind.getKey().equals("known")));
                        assertThat(answer.status()).as(kind.getKey()).isEqualTo(400);
                        assertThat(answer.body())
                                .as(kind.getKey())
                                .isEqualTo(
                                        "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid user credentials\"}");
                    });
        }
    }

    private void assertAlike(java.util.function.Function<String, Page> visit) {
        String nobody = emails.get("nobody");
        String expected = Stranger.shape(visit.apply(nobody), nobody);
        emails.forEach((kind, email) ->
                assertThat(Stranger.shape(visit.apply(email), email)).as(kind).isEqualTo(expected));
    }

    private void inTheme(String theme, Runnable test) {
        ObjectNode chosen = Admin.JSON.createObjectNode().put("loginTheme", theme);
        assertThat(realm.admin().put("", chosen).status()).isEqualTo(204);
        test.run();
    }
}
