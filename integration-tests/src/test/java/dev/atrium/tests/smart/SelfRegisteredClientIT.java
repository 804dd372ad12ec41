package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.server.AtriumServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that may change its own registration (RFC 7592) does not change what an administrator allows it. */
@ExtendWith(AtriumServer.class)
class SelfRegisteredClientIT {
    private final Admin admin = Admin.ofRealm();
    private final TestClient service = TestClient.service(admin, "system/*.rs");
    private String registrationToken;

    @BeforeEach
    void with_a_policy_and_a_registration_access_token() {
        service.with("atrium.access-policy", "no such policy");
        registrationToken = Admin.parse(
                        admin.send("POST", "clients/" + service.uuid() + "/registration-access-token", "")
                                .body())
                .path("registrationAccessToken")
                .asText();
    }

    @Nested
    class Given_its_access_policy {
        @Test
        void B_02_it_does_not_take_it_away() {
            Answer answer = update("");

            assertThat(answer.status()).as(answer.body()).isEqualTo(403);
            assertThat(answer.body())
                    .contains("Only an administrator sets the attribute atrium.access-policy of a client");
        }

        @Test
        void B_02_it_may_leave_it_as_it_is() {
            assertThat(update("no such policy").status()).isEqualTo(200);
        }
    }

    @Nested
    class Given_what_people_read_before_they_agree {
        @Test
        void it_writes_nothing_there_as_if_the_server_said_it() {
            ObjectNode client = (ObjectNode) admin.read("clients/" + service.uuid());
            client.withObject("/attributes")
                    .put("display.on.consent.screen", "true")
                    .put("consent.screen.text", "Riverside Clinic has checked this app.");

            Answer answer = update(client);

            assertThat(answer.status()).as(answer.body()).isEqualTo(403);
            assertThat(answer.body()).contains("Only an administrator sets the attribute ");
        }

        @Test
        void it_does_not_have_them_asked_no_longer() {
            ObjectNode asked = (ObjectNode) admin.read("clients/" + service.uuid());
            admin.send(
                    "PUT",
                    "clients/" + service.uuid(),
                    asked.put("consentRequired", true).toString());

            Answer answer = update(asked.deepCopy().put("consentRequired", false));

            assertThat(answer.status()).as(answer.body()).isEqualTo(403);
            assertThat(answer.body()).contains("whether people are asked for their consent");
        }
    }

    @Nested
    class Given_the_claims_that_Atrium_writes {
        @Test
        void X_01_it_adds_no_mapper_that_writes_the_patient() {
            assertRefused(lastNameAs("patient"), "patient");
        }

        @ParameterizedTest
        @ValueSource(strings = {"atv", "context", "scp", "launch_context", "membership", "tenant"})
        void nor_one_that_writes_any_other(String claim) {
            assertRefused(lastNameAs(claim), claim);
        }

        @Test
        void it_may_add_one_for_a_claim_of_its_own() {
            assertThat(update(lastNameAs("surname")).status()).isEqualTo(200);
        }

        private void assertRefused(ObjectNode client, String claim) {
            Answer answer = update(client);

            assertThat(answer.status()).as(answer.body()).isEqualTo(403);
            assertThat(answer.body())
                    .contains("Only an administrator sets a mapper for the claim " + claim + " of a client");
        }

        private ObjectNode lastNameAs(String claim) {
            return mapper(
                    "oidc-usermodel-property-mapper",
                    Map.of("user.attribute", "lastName", "claim.name", claim, "jsonType.label", "String"));
        }

        private ObjectNode mapper(String type, Map<String, String> settings) {
            ObjectNode client = (ObjectNode) admin.read("clients/" + service.uuid());
            ObjectNode config = client.withArray("protocolMappers")
                    .addObject()
                    .put("name", "mine")
                    .put("protocol", "openid-connect")
                    .put("protocolMapper", type)
                    .putObject("config")
                    .put("access.token.claim", "true");
            settings.forEach(config::put);
            return client;
        }
    }

    private Answer update(String policy) {
        ObjectNode client = (ObjectNode) admin.read("clients/" + service.uuid());
        client.withObject("/attributes").put("atrium.access-policy", policy);
        return update(client);
    }

    private Answer update(ObjectNode client) {
        return Answer.send(HttpRequest.newBuilder(App.realm(
                        "/clients-registrations/default/" + service.app().clientId()))
                .header("Authorization", "Bearer " + registrationToken)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(client.toString()))
                .build());
    }
}
