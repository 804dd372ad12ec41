package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refresh that names no client, as {@code fhirclient} sends it (SMART App Launch 2.2.0, "Refresh access token"). */
@ExtendWith(AtriumServer.class)
class RefreshWithoutClientIdIT {
    private static final String ORIGIN =
            URI.create(Browser.CALLBACK).resolve("/").toString().replaceAll("/$", "");

    private final Admin admin = Admin.ofRealm();
    private final Person person = Person.of(TestUser.clinician(admin));

    @Nested
    class Given_a_public_client {
        private final TestClient client = TestClient.publicOne(admin, "user/*.rs", "offline_access");

        @ParameterizedTest
        @ValueSource(strings = {"openid user/*.rs", "openid user/*.rs offline_access"})
        void R_11_refreshes_without_client_id(String scope) {
            Tokens first = person.tokens(client.app(), scope);

            Tokens second = refresh(first.refreshToken());

            assertThat(second.scopes()).isEqualTo(Set.of(scope.split(" ")));
            assertThat(second.accessClaims().path("azp").asText())
                    .isEqualTo(client.app().clientId());
            assertThat(refresh(second.refreshToken()).scopes()).isEqualTo(second.scopes());
        }

        @Test
        void R_11_narrows_and_is_refused_as_with_client_id() {
            String token = person.tokens(client.app(), "openid user/*.rs").refreshToken();

            assertThat(send("/token", form(token) + "&scope=user/Patient.r")
                            .json()
                            .path("scope")
                            .asText())
                    .isEqualTo("user/Patient.r");
            assertThat(send("/token", form(token) + "&scope=user/Patient.c").text("error"))
                    .isEqualTo("invalid_scope");
        }

        @Test
        void R_11_lets_its_own_pages_read_the_answer_and_the_refusal() {
            allowOrigin(ORIGIN);
            String token = person.tokens(client.app(), "openid user/*.rs").refreshToken();

            HttpResponse<String> answer = sendFrom(ORIGIN, form(token));
            HttpResponse<String> elsewhere = sendFrom("https://elsewhere.example", form(token));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue(ORIGIN);
            assertThat(elsewhere.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }

        @Test
        void R_11_is_told_that_an_ended_grant_has_ended() {
            String token = person.tokens(client.app(), "openid user/*.rs").refreshToken();
            client.app().post("/revoke", Map.of("token", token));

            assertThat(refresh(token).error()).isEqualTo("invalid_grant");
        }

        @Test
        void R_11_revokes_a_refresh_token_without_client_id() {
            Tokens tokens = person.tokens(client.app(), "openid user/*.rs offline_access");

            assertThat(send("/revoke", "token=" + tokens.refreshToken()).status())
                    .isEqualTo(200);

            assertThat(refresh(tokens.refreshToken()).error()).isEqualTo("invalid_grant");
            assertThat(tokens.introspection().path("active").asBoolean()).isFalse();
        }

        private void allowOrigin(String origin) {
            ObjectNode representation = (ObjectNode) admin.read("clients/" + client.uuid());
            representation.putArray("webOrigins").add(origin);
            admin.update("clients/" + client.uuid(), representation);
        }
    }

    @Nested
    class Given_an_expired_refresh_token {
        @Test
        void R_11_is_an_invalid_grant() {
            TestClient client = TestClient.publicOne(admin, "user/*.rs").with("client.session.idle.timeout", "3");
            String token = person.tokens(client.app(), "openid user/*.rs").refreshToken();

            Eventually.holds(
                    () -> refresh(token).answer().text("error").equals("invalid_grant"),
                    () -> "the token does not expire");
        }
    }

    private static Tokens refresh(String token) {
        return new Tokens(send("/token", form(token)));
    }

    private static String form(String refreshToken) {
        return App.query(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    private static Answer send(String endpoint, String form) {
        return Answer.post(App.endpoint(endpoint), form);
    }

    private static HttpResponse<String> sendFrom(String origin, String form) {
        return Http.send(HttpRequest.newBuilder(App.endpoint("/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .POST(BodyPublishers.ofString(form))
                .build());
    }
}
