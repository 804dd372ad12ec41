package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on a refresh that names no client. */
@ExtendWith(AtriumServer.class)
class ForgedRefreshIT {
    private final Admin admin = Admin.ofRealm();
    private final Person person = Person.of(TestUser.clinician(admin));

    @Nested
    class Given_a_public_client {
        private final TestClient client = TestClient.publicOne(admin, "user/*.rs", "offline_access");

        @Test
        void R_11_is_not_believed_when_the_request_names_another_client() {
            String token = person.tokens(client.app(), "openid user/*.rs").refreshToken();
            App other = TestClient.publicOne(admin, "user/*.rs").app();

            assertThat(other.refresh(token).error()).isEqualTo("invalid_grant");
            assertThat(send("/token", form(token) + "&client_id=nobody").status())
                    .isEqualTo(401);
        }

        @Test
        void R_11_is_of_no_use_with_an_access_token_in_its_place() {
            String token = person.tokens(client.app(), "openid user/*.rs").accessToken();

            refused(send("/token", form(token)));
        }

        @Test
        void R_11_is_of_no_use_with_a_token_that_was_changed() {
            String token = person.tokens(client.app(), "openid user/*.rs").refreshToken();
            String[] parts = token.split("\\.");

            refused(send("/token", form(parts[0] + "." + parts[1] + "." + "A".repeat(86))));
            refused(send("/token", form(parts[0] + "." + parts[1] + ".")));
            refused(send("/token", form("nonsense")));
            refused(send("/token", "grant_type=refresh_token"));
        }

        @Test
        void R_11_is_for_no_other_grant() {
            String token = person.tokens(client.app(), "openid user/*.rs").refreshToken();

            refused(send("/token", "grant_type=authorization_code&code=x&refresh_token=" + token));
            refused(send("/token", "grant_type=client_credentials&refresh_token=" + token));
            assertThat(send("/ext/par/request", "refresh_token=" + token + "&token=" + token)
                            .status())
                    .isIn(400, 401);
            refused(send("/token/introspect", "token=" + token + "&refresh_token=" + token));
        }
    }

    @Nested
    class Given_a_confidential_client {
        @ParameterizedTest
        @ValueSource(strings = {"openid user/*.rs", "openid user/*.rs offline_access"})
        void R_11_must_authenticate(String scope) {
            App app = TestClient.of(admin, "user/*.rs", "offline_access").app();
            Tokens tokens = person.tokens(app, scope);

            refused(send("/token", form(tokens.refreshToken())));
            refused(send("/revoke", "token=" + tokens.refreshToken()));
            assertThat(send("/token", form(tokens.refreshToken()) + "&client_id=" + app.clientId())
                            .status())
                    .isEqualTo(401);
            assertThat(app.refresh(tokens.refreshToken()).scopes()).isEqualTo(tokens.scopes());
        }
    }

    @Nested
    class Given_a_refresh_token_of_another_realm {
        @Test
        void R_11_names_no_client_of_this_one() {
            String elsewhere = AccessTokens.refreshOfMaster();

            assertThat(elsewhere).isNotEmpty();
            refused(send("/token", form(elsewhere)));
        }
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(400, 401);
        assertThat(answer.text("error")).isIn("invalid_client", "unauthorized_client");
        assertThat(answer.json().has("access_token")).isFalse();
    }

    private static String form(String refreshToken) {
        return App.query(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    private static Answer send(String endpoint, String form) {
        return Answer.post(App.endpoint(endpoint), form);
    }
}
