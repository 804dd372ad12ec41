package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A token exchange by a client that needs consent brings nothing that the person did not agree to. */
@ExtendWith(AtriumServer.class)
class ConsentedExchangeIT {
    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);
    private final App app = exchanger();

    @BeforeEach
    void as_one_profile() {
        user.joins("riverside", "Practitioner/exchanged", "clinician");
    }

    @Nested
    class Given_a_person_who_agreed_to_a_part {
        private static final String ASKED = "openid project fhirUser user/*.rs offline_access";

        private Tokens first;

        @BeforeEach
        void to_data_alone() {
            first = app.exchange(person.signIn(app, ASKED).allow(List.of("user/*.rs")));
        }

        @Test
        void gives_what_was_agreed_to() {
            Tokens exchanged = app.exchangeToken(first, "openid user/Observation.r");

            assertThat(exchanged.scopes()).containsExactlyInAnyOrder("openid", "user/Observation.r");
        }

        @Test
        void gives_no_project_that_was_unticked() {
            Tokens refused = app.exchangeToken(first, "openid project user/*.rs");

            assertThat(refused.error()).isEqualTo("invalid_scope");
            assertThat(refused.errorDescription()).contains("project");
        }

        @Test
        void gives_no_refresh_token_that_was_unticked() {
            assertThat(exchangeForRefreshToken(app, first).error()).isEqualTo("invalid_request");
        }
    }

    @Nested
    class Given_a_person_who_agreed_to_all {
        @Test
        void gives_a_refresh_token() {
            Tokens first =
                    app.exchange(person.signIn(app, "openid project user/*.rs").allow());

            Tokens exchanged = exchangeForRefreshToken(app, first);

            assertThat(app.refresh(exchanged.refreshToken()).scopes()).contains("user/*.rs");
        }
    }

    @Nested
    class Given_a_person_who_was_never_asked {
        @Test
        void gives_nothing_of_another_app_s_token() {
            TestClient other = TestClient.of(admin, "user/*.cruds");
            other.audience(app.clientId());
            Tokens first = person.tokens(other.app(), "openid user/*.rs");

            Tokens refused = app.exchangeToken(first, "openid user/*.rs");

            assertThat(refused.error()).isEqualTo("invalid_scope");
            assertThat(refused.errorDescription()).contains("user/*.rs");
        }
    }

    private App exchanger() {
        return TestClient.of(admin, "user/*.cruds", "fhirUser", "project", "offline_access")
                .withConsent()
                .with("standard.token.exchange.enabled", "true")
                .with("standard.token.exchange.enableRefreshRequestedTokenType", "SAME_SESSION")
                .app();
    }

    private static Tokens exchangeForRefreshToken(App app, Tokens subject) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
        parameters.put("subject_token", subject.accessToken());
        parameters.put("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
        parameters.put("requested_token_type", "urn:ietf:params:oauth:token-type:refresh_token");
        parameters.put("scope", "openid user/*.rs");
        return app.token(parameters);
    }
}
