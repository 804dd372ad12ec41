package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;

/**
 * An EHR with a client of its own, and a project made for one test that lets it launch apps.
 *
 * @param project by its alias
 * @param server the project's FHIR base URL
 */
record Ehr(Admin admin, TestClient client, String project, String server) {
    static Ehr of(Admin admin) {
        String project = "ehr-" + UUID.randomUUID();
        return of(admin, project, "http://localhost:8090/fhir/" + project);
    }

    /** With a FHIR server of the test's own. */
    static Ehr at(PatientServer server, Admin admin) {
        return of(admin, "ehr-" + UUID.randomUUID(), server.base());
    }

    private static Ehr of(Admin admin, String project, String server) {
        TestClient client = TestClient.service(admin);
        mayRegister(client);
        Ehr ehr = new Ehr(admin, client, project, server);
        admin.created("organizations", ehr.organization(client.app().clientId()));
        return ehr;
    }

    /** Has the tokens of a client be meant for the registration of launches. */
    static void mayRegister(TestClient client) {
        ObjectNode mapper = Admin.JSON
                .createObjectNode()
                .put("name", "launch audience")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-audience-mapper");
        mapper.putObject("config")
                .put("included.custom.audience", "atrium-launch")
                .put("access.token.claim", "true");
        client.admin().created("clients/" + client.uuid() + "/protocol-mappers/models", mapper);
    }

    private ObjectNode organization(String launcher) {
        ObjectNode organization = Admin.JSON
                .createObjectNode()
                .put("name", project)
                .put("alias", project)
                .put("enabled", true);
        ObjectNode attributes = organization.putObject("attributes");
        attributes.putArray("atrium.fhir-base-url").add(server);
        attributes.putArray("atrium.launch-clients").add("another-ehr").add(launcher);
        organization.putArray("domains").addObject().put("name", project + ".example");
        return organization;
    }

    /** An access token of its own. */
    Tokens token() {
        return client.app().token(Map.of("grant_type", "client_credentials"));
    }

    /** What it sends to launch an app with this context. */
    ObjectNode body(App app, String context) {
        return Admin.JSON
                .createObjectNode()
                .put("client_id", app.clientId())
                .put("iss", server)
                .set("context", Admin.parse(context.replace('\'', '"')));
    }

    Answer register(ObjectNode body) {
        return register(body.toString(), token().accessToken());
    }

    static Answer register(String body, String token) {
        return Answer.send(HttpRequest.newBuilder(App.realm("/atrium/launch"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Registers a launch, and gives what goes with the app's authorization request. */
    Map<String, String> launch(App app, String context) {
        return launch(body(app, context));
    }

    Map<String, String> launch(ObjectNode body) {
        Answer answer = register(body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return Map.of("launch", answer.text("launch"), "aud", server);
    }
}
