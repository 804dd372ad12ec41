package dev.atrium.tests.login.factor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A browser flow of a test's own, for one client. */
public record TestFlow(Admin admin, String alias) implements AutoCloseable {
    static TestFlow make(Admin admin) {
        TestFlow flow = new TestFlow(admin, "flow-" + UUID.randomUUID());
        admin.created(
                "authentication/flows",
                flow.body(flow.alias).put("topLevel", true).put("builtIn", false));
        return flow;
    }

    /** One that asks for a password, and for nothing else whatever somebody has. */
    public static TestFlow passwordOnly(Admin admin) {
        TestFlow flow = make(admin);
        flow.step(flow.alias, "auth-cookie", "ALTERNATIVE");
        flow.step(flow.alias, "auth-username-password-form", "ALTERNATIVE");
        return flow;
    }

    public TestClient bind(TestClient client) {
        ObjectNode settings = (ObjectNode) admin.read("clients/" + client.uuid());
        settings.putObject("authenticationFlowBindingOverrides").put("browser", id());
        admin.update("clients/" + client.uuid(), settings);
        return client;
    }

    void subFlow(String parent, String name, String requirement) {
        admin.created(
                "authentication/flows/" + parent + "/executions/flow",
                body(name).put("type", "basic-flow").put("provider", "registration-page-form"));
        require(parent, name, requirement);
    }

    void step(String parent, String provider, String requirement) {
        admin.created(
                "authentication/flows/" + parent + "/executions/execution",
                Admin.JSON.createObjectNode().put("provider", provider));
        require(parent, provider, requirement);
    }

    JsonNode execution(String parent, String name) {
        return StreamSupport.stream(
                        admin.read("authentication/flows/" + parent + "/executions")
                                .spliterator(),
                        false)
                .filter(found -> List.of(
                                found.path("providerId").asText(),
                                found.path("displayName").asText())
                        .contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no '" + name + "' in " + parent));
    }

    private void require(String parent, String name, String requirement) {
        ObjectNode execution = (ObjectNode) execution(parent, name);
        admin.update("authentication/flows/" + parent + "/executions", execution.put("requirement", requirement));
    }

    private ObjectNode body(String name) {
        return Admin.JSON
                .createObjectNode()
                .put("alias", name)
                .put("description", "")
                .put("providerId", "basic-flow");
    }

    private String id() {
        return StreamSupport.stream(admin.read("authentication/flows").spliterator(), false)
                .filter(found -> found.path("alias").asText().equals(alias))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no flow " + alias))
                .path("id")
                .asText();
    }

    /** The client that is bound has to go first. */
    @Override
    public void close() {
        admin.delete("authentication/flows/" + id());
    }
}
