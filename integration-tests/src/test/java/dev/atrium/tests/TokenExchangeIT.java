package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keycloak's standard token exchange (RFC 8693), by the app the token was issued to. */
@ExtendWith(AtriumServer.class)
class TokenExchangeIT {
    private static final App APP = App.PORTAL;

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);

    @Nested
    class Given_a_token_of_a_profile {
        private String river;
        private String lake;

        @BeforeEach
        void of_two() {
            river = user.joins("riverside", "Practitioner/exchanged", "clinician");
            lake = user.joins("lakeside", "Practitioner/exchanged", "clinician");
        }

        @Test
        void becomes_a_narrower_one_of_the_same_profile() {
            Tokens first = person.tokensAs("riverside", APP, "openid fhirUser user/*.rs");

            Tokens exchanged = APP.exchangeToken(first, "openid user/Observation.r");

            assertThat(exchanged.scopes()).isEqualTo(Set.of("openid", "user/Observation.r"));
            assertThat(exchanged.accessClaims().path("membership").asText()).isEqualTo(river);
            assertThat(exchanged.accessClaims().path("aud"))
                    .isEqualTo(first.accessClaims().path("aud"));
        }

        @Test
        void keeps_its_profile_after_a_sign_in_with_the_other() {
            Tokens first = person.tokensAs("riverside", APP, "openid user/*.rs");
            person.tokensAs("lakeside", APP, "openid user/*.rs");

            Tokens exchanged = APP.exchangeToken(first, "openid user/*.r");

            assertThat(exchanged.accessClaims().path("membership").asText()).isEqualTo(river);
        }

        @Test
        void shows_its_profile_in_userinfo_and_introspection_when_exchanged() {
            Tokens first = person.tokensAs("riverside", APP, "openid user/*.rs");
            Tokens exchanged = APP.exchangeToken(first, "openid user/*.r");

            JsonNode introspected =
                    App.FHIR_SERVER.introspect(exchanged.accessToken()).json();
            assertThat(introspected.path("membership").asText()).isEqualTo(river);
            assertThat(APP.userinfo(exchanged.accessToken()).text("membership")).isEqualTo(river);
        }

        @ParameterizedTest
        @ValueSource(strings = {"user/*.cruds", "user/Observation.c", "fhirUser", "patient/*.rs", "system/*.rs"})
        void becomes_no_wider_one(String wider) {
            Tokens first = person.tokensAs("riverside", APP, "openid user/*.rs");

            Tokens refused = APP.exchangeToken(first, "openid " + wider);

            assertThat(refused.error()).isEqualTo("invalid_scope");
            assertThat(refused.errorDescription()).contains(wider);
        }

        @Test
        void becomes_none_of_another_profile() {
            Tokens first = person.tokensAs("riverside", APP, "openid user/*.rs");

            Tokens refused = APP.exchangeToken(first, "openid user/*.rs atrium.membership/" + lake);

            assertThat(refused.error()).isEqualTo("invalid_scope");
        }

        @Test
        void becomes_nothing_when_its_membership_has_ended() {
            Tokens first = person.tokensAs("riverside", APP, "openid user/*.rs");
            admin.send("POST", "atrium/memberships/" + river + "/deactivate", "");

            assertThat(APP.exchangeToken(first, "openid user/*.r").error()).isEqualTo("invalid_request");
            assertThat(APP.exchangeToken(first, "openid").error()).isEqualTo("invalid_request");
        }

        @Test
        void becomes_no_longer_what_its_scope_parameter_is_too_long_for() {
            Tokens first = person.tokensAs("riverside", APP, "openid user/*.rs");

            assertThat(APP.exchangeToken(first, "user/*.r ".repeat(500)).error())
                    .isEqualTo("invalid_scope");
        }
    }

    @Nested
    class Given_a_token_without_a_profile {
        @Test
        void gains_no_fhir_access() {
            Tokens first = person.tokens(exchanger(), "openid");

            Tokens refused = APP.exchangeToken(first, "openid user/*.r");

            assertThat(refused.error()).isEqualTo("invalid_scope");
        }

        @Test
        void is_exchanged_as_ever() {
            App app = exchanger();
            Tokens first = person.tokens(app, "openid");

            Tokens exchanged = app.exchangeToken(first, "openid");

            assertThat(exchanged.accessClaims().path("sub"))
                    .isEqualTo(first.accessClaims().path("sub"));
            assertThat(exchanged.accessClaims().has("membership")).isFalse();
        }

        /** Its tokens are for the portal too, which may therefore exchange them. */
        private App exchanger() {
            TestClient client = TestClient.of(admin).with("standard.token.exchange.enabled", "true");
            client.audience("clinician-portal");
            return client.app();
        }
    }
}
