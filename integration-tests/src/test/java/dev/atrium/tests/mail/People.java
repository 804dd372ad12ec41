package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.server.OwnServer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** People of the realm {@code atrium} on a server of a test's own, who get mails. */
record People(OwnServer server) {
    private static final String REALM = "atrium";

    /** Has the realm send its mails to this server. */
    void mailsTo(MailServer mails) {
        ObjectNode realm = Admin.JSON.createObjectNode();
        realm.putObject("smtpServer")
                .put("host", "localhost")
                .put("port", String.valueOf(mails.port()))
                .put("from", "atrium@example.org");
        realmSays(realm);
    }

    /** A new person; gives the name. */
    String person() {
        String name = "person-" + UUID.randomUUID();
        ObjectNode user = Admin.JSON
                .createObjectNode()
                .put("username", name)
                .put("email", name + "@example.org")
                .put("enabled", true);
        send("POST", "users", user, 201);
        return name;
    }

    /** Somebody whose domain signs in with a code by e-mail; gives the address. */
    String whoSignsInByCode() {
        String email = "person-" + UUID.randomUUID() + "@code.example";
        ObjectNode user = Admin.JSON
                .createObjectNode()
                .put("username", email)
                .put("email", email)
                .put("emailVerified", true)
                .put("firstName", "Test")
                .put("lastName", "User")
                .put("enabled", true);
        send("POST", "users", user, 201);
        return email;
    }

    /** Has this domain sign in with a code by e-mail. */
    void signInByCode() {
        JsonNode step = StreamSupport.stream(
                        read("authentication/flows/Atrium%20browser/executions").spliterator(), false)
                .filter(found -> found.path("providerId").asText().equals("atrium-domain"))
                .findFirst()
                .orElseThrow();
        ObjectNode rules = Admin.JSON.createObjectNode().put("alias", "Rules");
        rules.putObject("config").put("atrium.login-rules", "[{\"key\":\"code.example\",\"value\":\"email-code\"}]");
        send("POST", "authentication/executions/" + step.path("id").asText() + "/config", rules, 201);
    }

    /** Has this node send a mail to a person; gives the address. */
    String sendVerification(OwnServer node, String name) {
        ObjectNode nothing = Admin.JSON.createObjectNode();
        String found = node.admin(REALM, "GET", "users?exact=true&username=" + name, nothing)
                .body();
        String id = Admin.parse(found).path(0).path("id").asText();
        assertThat(node.admin(REALM, "PUT", "users/" + id + "/send-verify-email?lifespan=2592000", nothing)
                        .statusCode())
                .isEqualTo(204);
        return name + "@example.org";
    }

    /** How many mails wait. */
    long waiting() {
        return count("state=waiting");
    }

    /** How many messages match. */
    long count(String query) {
        return read("atrium/outbox/count?" + query).asLong();
    }

    /** Why waiting mails were not sent so far. */
    List<String> problems() {
        return read("atrium/outbox?state=waiting&max=1000").findValuesAsText("problem");
    }

    /** How often the waiting mails were tried, together. */
    long attempts() {
        return StreamSupport.stream(read("atrium/outbox?state=waiting&max=1000").spliterator(), false)
                .mapToLong(message -> message.path("attempts").asLong())
                .sum();
    }

    /** Has the project Riverside send a mail to this address. */
    void sendTest(String address) {
        JsonNode body = Admin.JSON.createObjectNode().put("address", address);
        send("POST", "atrium/projects/riverside/mail-templates/welcome/en/test", body, 200);
    }

    /** Sets attributes of the project Riverside. */
    void projectSays(Map<String, String> attributes) {
        String path = "organizations/"
                + read("organizations?search=riverside").path(0).path("id").asText();
        ObjectNode organization = (ObjectNode) read(path);
        ObjectNode all = organization.withObjectProperty("attributes");
        attributes.forEach((name, value) -> all.putArray(name).add(value));
        send("PUT", path, organization, 204);
    }

    /** Changes settings of the realm. */
    void realmSays(ObjectNode settings) {
        send("PUT", "", settings, 204);
    }

    /** Makes somebody a member of the project Riverside. */
    void joins(String name) {
        ObjectNode policy = Admin.JSON.createObjectNode().put("name", "of " + name);
        policy.putArray("scopes").add("user/*.rs");
        send("POST", "atrium/policies", policy, 201);
        ObjectNode membership = Admin.JSON
                .createObjectNode()
                .put("project", "riverside")
                .put("user", name)
                .put("profile", "Practitioner/" + name)
                .put("policy", "of " + name);
        send("POST", "atrium/memberships", membership, 201);
    }

    JsonNode read(String path) {
        return send("GET", path, Admin.JSON.createObjectNode(), 200);
    }

    private JsonNode send(String method, String path, JsonNode body, int expected) {
        HttpResponse<String> answer = server.admin(REALM, method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        return Admin.parse(answer.body());
    }
}
