package dev.atrium.tests.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The realm of the realm file, to be broken and mended, and what its health says. */
record WatchedRealm(TestRealm realm) implements AutoCloseable {
    /** With a project that was written into the realm file by hand, with a base URL that cannot be read. */
    static WatchedRealm imported() {
        ObjectNode file = TestRealm.file();
        ObjectNode broken = ((ArrayNode) file.path("organizations"))
                .addObject()
                .put("name", "Broken")
                .put("alias", "broken")
                .put("enabled", true);
        broken.putObject("attributes").putArray("atrium.fhir-base-url").add("fhir.example.org");
        broken.putArray("domains").addObject().put("name", "broken.example");
        return new WatchedRealm(TestRealm.imported(file));
    }

    /** With a step in its browser flow that belongs to a jar which is no longer there. */
    static WatchedRealm withoutAStep(String gone) {
        ObjectNode file = TestRealm.file();
        for (JsonNode flow : file.path("authenticationFlows")) {
            if (flow.path("alias").asText().equals("Atrium browser")) {
                ((ArrayNode) flow.path("authenticationExecutions"))
                        .addObject()
                        .put("authenticator", gone)
                        .put("authenticatorFlow", false)
                        .put("requirement", "REQUIRED")
                        .put("priority", 40);
            }
        }
        return new WatchedRealm(TestRealm.imported(file));
    }

    AdminRest admin() {
        return realm.admin();
    }

    /** What is found of this kind, each as its subject. */
    List<String> subjects(String id) {
        return found(id).map(finding -> finding.path("subject").asText()).toList();
    }

    /** What is found of this kind about this subject. */
    JsonNode finding(String id, String subject) {
        return found(id)
                .filter(finding -> finding.path("subject").asText().equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s about '%s': %s".formatted(id, subject, health())));
    }

    private Stream<JsonNode> found(String id) {
        return StreamSupport.stream(health().path("findings").spliterator(), false)
                .filter(finding -> finding.path("id").asText().equals(id));
    }

    JsonNode health() {
        return admin().read("atrium/health");
    }

    void action(String alias, boolean enabled) {
        String path = "authentication/required-actions/" + alias;
        changed(path, ((ObjectNode) admin().read(path)).put("enabled", enabled));
    }

    void move(String alias, String direction) {
        Answer answer = admin().post("authentication/required-actions/" + alias + "/" + direction + "-priority");
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    /** Gives a step of a flow another requirement. */
    void require(String flow, String provider, String requirement) {
        String path = "authentication/flows/" + flow.replace(" ", "%20") + "/executions";
        changed(path, ((ObjectNode) step(flow, provider)).put("requirement", requirement));
    }

    /** A step of a flow that stands directly in it. */
    JsonNode step(String flow, String provider) {
        String path = "authentication/flows/" + flow.replace(" ", "%20") + "/executions";
        return StreamSupport.stream(admin().read(path).spliterator(), false)
                .filter(step -> step.path("providerId").asText().equals(provider)
                        && step.path("level").asInt() == 0)
                .findFirst()
                .orElseThrow();
    }

    /** Binds another browser flow, and deletes the one that was bound. */
    void replaceBrowserFlow(String alias) {
        String before = admin().read("").path("browserFlow").asText();
        changed("", Admin.JSON.createObjectNode().put("browserFlow", alias));
        String id = StreamSupport.stream(admin().read("authentication/flows").spliterator(), false)
                .filter(flow -> flow.path("alias").asText().equals(before))
                .map(flow -> flow.path("id").asText())
                .findFirst()
                .orElseThrow();
        gone("authentication/flows/" + id);
    }

    /** Puts a step at the end of a flow; gives its id. */
    String add(String flow, String provider) {
        String id = admin().create(
                        "authentication/flows/" + flow.replace(" ", "%20") + "/executions/execution",
                        Admin.JSON.createObjectNode().put("provider", provider));
        require(flow, provider, "REQUIRED");
        return id;
    }

    void provider(String alias, String setting, String value) {
        String path = "identity-provider/instances/" + alias;
        changed(path, ((ObjectNode) admin().read(path)).put(setting, value));
    }

    void set(String setting, boolean value) {
        changed("", Admin.JSON.createObjectNode().put(setting, value));
    }

    /** Where the realm has its mails sent; nowhere without a port. */
    void mailServer(int port) {
        ObjectNode smtp = Admin.JSON.createObjectNode();
        if (port > 0) {
            smtp.put("host", "localhost").put("port", String.valueOf(port)).put("from", "atrium@example.org");
        }
        changed("", Admin.JSON.createObjectNode().set("smtpServer", smtp));
    }

    void gone(String path) {
        assertThat(admin().delete(path).status()).as(path).isEqualTo(204);
    }

    void changed(String path, JsonNode body) {
        Answer answer = admin().put(path, body);
        assertThat(answer.status()).as(answer.body()).isIn(200, 202, 204);
    }

    @Override
    public void close() {
        realm.close();
    }
}
