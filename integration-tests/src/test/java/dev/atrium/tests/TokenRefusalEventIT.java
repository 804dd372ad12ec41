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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an admin sees of a token that was not given. */
@ExtendWith(AtriumServer.class)
class TokenRefusalEventIT {
    private final Admin admin = Admin.ofRealm();

    @Nested
    class Given_a_direct_grant_around_the_stages {
        @Test
        void writes_an_error_event_of_the_person() {
            TestUser user = admin.user("example.org");
            user.joins("riverside", "Practitioner/direct", "clinician");
            App app = TestClient.of(admin, "user/*.cruds").withDirectGrant().app();

            Tokens refused = app.token(Map.of(
                    "grant_type",
                    "password",
                    "username",
                    user.email(),
                    "password",
                    Admin.PASSWORD,
                    "scope",
                    "openid user/*.rs"));

            assertThat(refused.error()).isEqualTo("invalid_scope");
            JsonNode event = onlyOne(admin.errorEvents(user.id()));
            assertThat(event.path("type").asText()).isEqualTo("LOGIN_ERROR");
            assertThat(event.path("clientId").asText()).isEqualTo(app.clientId());
            assertRefusedFor(event, "The grant password may not carry user/*.rs");
        }
    }

    @Nested
    class Given_a_service_that_is_assigned_scopes_of_people {
        @Test
        void writes_an_error_event_of_the_service() {
            App service = TestClient.service(admin, "user/*.rs").app();

            service.token(Map.of("grant_type", "client_credentials", "scope", "user/*.rs"));

            JsonNode event = onlyOne(admin.errorEventsOfClient(service.clientId()));
            assertThat(event.path("type").asText()).isEqualTo("CLIENT_LOGIN_ERROR");
            assertRefusedFor(event, "A client's own token may not carry user/*.rs");
        }
    }

    @Nested
    class Given_an_exchange_for_a_wider_token {
        @Test
        void writes_an_error_event_that_tells_the_membership() {
            TestUser user = admin.user("example.org");
            String membership = user.joins("riverside", "Practitioner/exchanging", "clinician");
            Tokens first = Person.of(user).tokens(App.PORTAL, "openid user/*.rs");

            App.PORTAL.exchangeToken(first, "openid user/*.cruds");

            JsonNode event = onlyOne(admin.errorEvents(user.id()));
            assertThat(event.path("type").asText()).isEqualTo("TOKEN_EXCHANGE_ERROR");
            assertRefusedFor(
                    event, "The membership " + membership + " or the exchanged token does not allow user/*.cruds");
        }
    }

    private static JsonNode onlyOne(List<JsonNode> events) {
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static void assertRefusedFor(JsonNode event, String reason) {
        assertThat(event.path("error").asText()).isEqualTo("invalid_scope");
        assertThat(event.path("details").path("reason").asText()).isEqualTo(reason);
    }
}
