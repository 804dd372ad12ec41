package dev.atrium.tests.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.store.TestPostgres;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestInvitation;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.clock.TornRealms;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.server.OwnServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Invitations over days, on a server whose clock is moved. */
@Tag("own")
@TestInstance(Lifecycle.PER_CLASS)
class InvitationClockIT {
    private OwnServer server;

    @BeforeAll
    void a_server_of_our_own() {
        server = OwnServer.on(
                TestPostgres.start(), Map.of("KC_SPI_REALM_RESTAPI_EXTENSION__ATRIUM__INVITATION_CHECK_SECONDS", "1"));
        server.admin("POST", "atrium/policies", policy(), 201);
    }

    @BeforeEach
    void today() {
        server.clockAhead(Duration.ZERO);
    }

    @AfterAll
    void gone() {
        server.close();
    }

    @Test
    void an_invitation_is_over_after_its_days_and_good_again_when_it_is_sent_again_and_forgotten_in_the_end() {
        JsonNode invited = server.admin("POST", "atrium/invitations", TestInvitation.forOneDay(), 201);
        URI link = URI.create(invited.path("link").asText());
        String path = "atrium/invitations/" + invited.path("id").asText();
        server.clockAhead(Duration.ofDays(2));
        Page over = new Browser().open(link);
        assertThat(over.status()).isEqualTo(410);
        assertThat(over.title()).isEqualTo("This invitation has expired");
        Eventually.holds(() -> get(path).has("ended"), () -> "nobody noticed that it is over");
        assertThat(get(path).path("state").asText()).isEqualTo("expired");

        ObjectNode again = Admin.JSON.createObjectNode().put("sendEmail", false);
        URI newer = URI.create(
                server.admin("POST", path + "/resend", again, 200).path("link").asText());
        assertThat(new Browser().open(newer).html().select("form#atrium-link")).isNotEmpty();
        assertThat(new Browser().open(link).title()).isEqualTo("There is a newer invitation");

        server.admin("POST", path + "/revoke", Admin.JSON.createObjectNode(), 200);
        server.clockAhead(Duration.ofDays(33));
        Eventually.holds(() -> status(path) == 404, () -> "it is still remembered");
    }

    @Nested
    class Given_realms_in_which_somebody_who_hears_of_it_has_a_bug {
        @BeforeEach
        void each_with_an_invitation() {
            Stream.generate(() -> TornRealms.TORN + UUID.randomUUID()).limit(3).forEach(realm -> {
                realmWithRiverside(realm);
                created(realm, "atrium/invitations", TestInvitation.forOneDay());
            });
        }

        @Test
        void it_is_noticed_in_another_that_an_invitation_is_over() {
            String path = invited();
            server.clockAhead(Duration.ofDays(2));
            Eventually.holds(() -> get(path).has("ended"), () -> "nobody noticed that it is over");
        }

        @Test
        void nobody_is_remembered_longer_in_another() {
            String path = invited();
            server.admin("POST", path + "/revoke", Admin.JSON.createObjectNode(), 200);
            server.clockAhead(Duration.ofDays(33));
            Eventually.holds(() -> status(path) == 404, () -> "it is still remembered");
        }
    }

    private void realmWithRiverside(String realm) {
        ObjectNode representation = Admin.JSON.createObjectNode().put("realm", realm);
        created("master", "/admin/realms", representation.put("enabled", true).put("organizationsEnabled", true));
        ObjectNode project =
                Admin.JSON.createObjectNode().put("name", "riverside").put("alias", "riverside");
        project.putArray("domains").addObject().put("name", "riverside.example");
        created(realm, "organizations", project.put("enabled", true));
        created(realm, "atrium/policies", policy());
    }

    private void created(String realm, String path, JsonNode body) {
        HttpResponse<String> answer = server.admin(realm, "POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private String invited() {
        return "atrium/invitations/"
                + server.admin("POST", "atrium/invitations", TestInvitation.forOneDay(), 201)
                        .path("id")
                        .asText();
    }

    private static ObjectNode policy() {
        ObjectNode policy = Admin.JSON.createObjectNode().put("name", "clinician");
        policy.putArray("scopes").add("user/*.rs");
        return policy;
    }

    private JsonNode get(String path) {
        return server.admin("GET", path, Admin.JSON.createObjectNode(), 200);
    }

    private int status(String path) {
        return server.admin("atrium", "GET", path, Admin.JSON.createObjectNode())
                .statusCode();
    }
}
