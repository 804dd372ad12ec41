package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that registers itself names no FHIR server as its audience, even in a realm that lets it bring mappers of any type. */
@ExtendWith(AtriumServer.class)
class SelfRegisteredAudienceIT {
    private static final String POLICIES =
            "components?type=org.keycloak.services.clientregistration.policy.ClientRegistrationPolicy";

    private final TestRealm realm = TestRealm.create();
    private final AdminRest admin = realm.admin();
    private String token;

    @BeforeEach
    void which_may_bring_any_mapper() {
        for (JsonNode policy : admin.read(POLICIES)) {
            if (policy.path("providerId").asText().equals("allowed-protocol-mappers")) {
                admin.delete("components/" + policy.path("id").asText());
            }
        }
        ObjectNode issued = Admin.JSON.createObjectNode().put("count", 1).put("expiration", 60);
        token = Admin.parse(admin.post("clients-initial-access", issued).body())
                .path("token")
                .asText();
    }

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_mapper_for_audiences {
        @ParameterizedTest
        @ValueSource(strings = {"included.custom.audience", "included.client.audience"})
        void is_not_registered_with_it(String setting) {
            Answer answer = registers(setting);

            assertThat(answer.status()).as(answer.body()).isEqualTo(403);
            assertThat(answer.body()).contains("Only an administrator sets a mapper for the claim aud of a client");
        }

        /** Shows that nothing else refused it. */
        @Test
        void is_registered_with_one_that_names_none() {
            assertThat(registers("id.token.claim").status()).isEqualTo(201);
        }
    }

    private Answer registers(String setting) {
        ObjectNode client = Admin.JSON.createObjectNode().put("clientId", "self-made");
        ObjectNode mapper = client.putArray("protocolMappers")
                .addObject()
                .put("name", "mine")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-audience-mapper");
        mapper.putObject("config").put("access.token.claim", "true").put(setting, "account");
        return Answer.send(HttpRequest.newBuilder(
                        AtriumServer.baseUrl().resolve("/realms/" + realm.name() + "/clients-registrations/default"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(client.toString()))
                .build());
    }
}
