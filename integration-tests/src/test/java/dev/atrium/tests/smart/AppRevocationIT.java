package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.AccountConsole;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a user ends what an app may do (ONC (g)(10)(vi); RFC 7009). */
@ExtendWith(AtriumServer.class)
class AppRevocationIT {
    private static final String ONLINE = "openid user/*.rs";
    private static final String OFFLINE = "openid user/*.rs offline_access";

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = TestUser.clinician(admin);
    private final Person person = Person.of(user);
    private final TestClient client = TestClient.of(admin, "user/*.rs", "offline_access");
    private final App app = client.app();
    private final App server = TestClient.service(admin, "__introspect").app();

    @Nested
    class Given_the_account_console {
        @ParameterizedTest
        @ValueSource(strings = {ONLINE, OFFLINE})
        void V_02_ends_an_app_for_which_nobody_was_asked(String scope) {
            Tokens tokens = person.tokens(app, scope);

            assertThat(AccountConsole.of(person).removeAccess(app).status()).isEqualTo(204);

            ended(tokens);
        }

        @ParameterizedTest
        @ValueSource(strings = {ONLINE, OFFLINE})
        void V_02_ends_an_app_that_the_user_agreed_to(String scope) {
            client.withConsent();
            Tokens tokens = app.exchange(person.signIn(app, scope).allow());

            assertThat(AccountConsole.of(person).removeAccess(app).status()).isEqualTo(204);

            ended(tokens);
        }

        @ParameterizedTest
        @ValueSource(strings = {ONLINE, OFFLINE})
        void V_02_ends_each_sign_in_with_the_app(String scope) {
            Tokens here = person.tokens(app, scope);
            Tokens elsewhere = Person.of(user).tokens(app, scope);

            AccountConsole.of(person).removeAccess(app);

            ended(here);
            ended(elsewhere);
        }

        @Test
        void V_02_leaves_other_apps_and_other_people_alone() {
            App other = TestClient.of(admin, "user/*.rs").app();
            Tokens ofOther = person.tokens(other, ONLINE);
            Tokens ofSomebody = Person.of(TestUser.clinician(admin)).tokens(app, ONLINE);
            person.tokens(app, ONLINE);

            AccountConsole.of(person).removeAccess(app);

            assertThat(other.refresh(ofOther.refreshToken()).accessToken()).isNotEmpty();
            assertThat(app.refresh(ofSomebody.refreshToken()).accessToken()).isNotEmpty();
        }

        @Test
        void V_03_is_where_a_user_sees_the_app() {
            person.tokens(app, ONLINE);

            assertThat(AccountConsole.of(person).applications("en").body()).contains(app.clientId());
        }
    }

    @Nested
    class Given_an_administrator {
        @Test
        void V_02_ends_an_app_for_which_nobody_was_asked() {
            Tokens tokens = person.tokens(app, ONLINE);

            admin.delete("users/" + user.id() + "/consents/" + app.clientId());

            ended(tokens);
        }
    }

    @Nested
    class Given_the_revocation_endpoint {
        @ParameterizedTest
        @ValueSource(strings = {ONLINE, OFFLINE})
        void V_01_g10_token_revocation_ends_access_and_refresh(String scope) {
            Tokens tokens = person.tokens(app, scope);

            Answer answer = app.post("/revoke", Map.of("token", tokens.refreshToken()));

            assertThat(answer.status()).isEqualTo(200);
            ended(tokens);
        }

        @Test
        void V_01_can_be_called_from_a_page() {
            Answer preflight = Answer.send(HttpRequest.newBuilder(App.endpoint("/revoke"))
                    .header("Origin", "https://app.example")
                    .header("Access-Control-Request-Method", "POST")
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                    .build());

            assertThat(preflight.status()).isEqualTo(200);
            assertThat(preflight.response().headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("https://app.example");
        }
    }

    /** As Inferno sees it: the FHIR server is told that the token is not active, and a refresh is refused. */
    private void ended(Tokens tokens) {
        assertThat(server.introspect(tokens.accessToken()).json()).isEqualTo(Admin.parse("{\"active\":false}"));
        Tokens refused = app.refresh(tokens.refreshToken());
        assertThat(refused.answer().status()).isIn(400, 401);
        assertThat(refused.error()).isEqualTo("invalid_grant");
    }
}
