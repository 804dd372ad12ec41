package dev.atrium.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.mail.MailServer;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** A realm of a test's own, gone when it is closed. */
public record TestRealm(String name, AdminRest admin) implements AutoCloseable {
    /** A new realm in which organizations are enabled. */
    public static TestRealm create() {
        String name = "test-" + UUID.randomUUID();
        ObjectNode realm = Admin.JSON
                .createObjectNode()
                .put("realm", name)
                .put("enabled", true)
                .put("organizationsEnabled", true)
                .put("sslRequired", "none");
        AdminRest admin = AdminRest.of(name);
        assertThat(admin.post("/admin/realms", realm).status()).isEqualTo(201);
        return new TestRealm(name, admin);
    }

    /** A new realm with the projects clinic and hospital, the users ann and ben, and the policy reader. */
    public static TestRealm populated() {
        TestRealm realm = create();
        List.of("clinic", "hospital").forEach(realm::project);
        List.of("ann", "ben").forEach(realm::user);
        realm.policy("reader", "user/*.rs");
        return realm;
    }

    /** The realm of {@code realm-export/}, without policies and memberships. */
    public static TestRealm delivered() {
        return imported(file());
    }

    /** The realm file of {@code realm-export/}, to be changed before it is imported. */
    public static ObjectNode file() {
        Path file = Checkout.build().realmExport().resolve("atrium-realm.json");
        try {
            return (ObjectNode) Admin.JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A realm from a realm file or an export of another realm, under a name and with ids of its own. */
    public static TestRealm imported(JsonNode exported) {
        String name = "test-" + UUID.randomUUID();
        ObjectNode realm = exported.deepCopy();
        String from = realm.path("realm").asText();
        // Other tests bind clients of theirs to flows by id, and no import resolves those.
        realm.findParents("authenticationFlowBindingOverrides")
                .forEach(client -> ((ObjectNode) client).remove("authenticationFlowBindingOverrides"));
        realm.findParents("id").forEach(parent -> ((ObjectNode) parent).remove("id"));
        realm.findParents("containerId").forEach(parent -> ((ObjectNode) parent).remove("containerId"));
        realm.findParents("internalId").forEach(parent -> ((ObjectNode) parent).remove("internalId"));
        String renamed = realm.put("realm", name)
                .toString()
                .replace("/realms/" + from + "/", "/realms/" + name + "/")
                .replace("default-roles-" + from, "default-roles-" + name);
        AdminRest admin = AdminRest.of(name);
        Answer answer = admin.post("/admin/realms", renamed);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return new TestRealm(name, admin);
    }

    /** A new organization, by its alias; gives its id. */
    public String project(String alias) {
        ObjectNode organization = Admin.JSON
                .createObjectNode()
                .put("name", "Project " + alias)
                .put("alias", alias)
                .put("enabled", true);
        organization.putArray("domains").addObject().put("name", alias + ".example");
        return admin.create("organizations", organization);
    }

    /** A new user with the tests' password; gives the id. */
    public String user(String username) {
        ObjectNode user = Admin.JSON
                .createObjectNode()
                .put("username", username)
                .put("email", username + "@example.org")
                .put("firstName", "Test")
                .put("lastName", "User")
                .put("enabled", true);
        user.putArray("credentials").addObject().put("type", "password").put("value", Admin.PASSWORD);
        return admin.create("users", user);
    }

    public String projectId(String alias) {
        return theOne("organizations?exact=true&search=" + alias + ".example");
    }

    public String userId(String username) {
        return theOne("users?exact=true&username=" + username);
    }

    private String theOne(String query) {
        JsonNode found = admin.read(query);
        assertThat(found).as(query).hasSize(1);
        return found.path(0).path("id").asText();
    }

    /** A new user with these roles over this realm, as whom to call. */
    public AdminRest adminWith(String... roles) {
        String username = "admin-" + UUID.randomUUID();
        String user = user(username);
        String management = admin.read("clients?clientId=realm-management")
                .path(0)
                .path("id")
                .asText();
        ArrayNode given = Admin.JSON.createArrayNode();
        List.of(roles).forEach(role -> given.add(admin.read("clients/" + management + "/roles/" + role)));
        assertThat(admin.post("users/" + user + "/role-mappings/clients/" + management, given)
                        .status())
                .isEqualTo(204);
        return AdminRest.as(AccessToken.ofAdmin(name, username, Admin.PASSWORD), name);
    }

    /** Has the realm send its mails to this server. */
    public TestRealm mailsTo(MailServer server) {
        ObjectNode smtp = Admin.JSON
                .createObjectNode()
                .put("host", "localhost")
                .put("port", String.valueOf(server.port()))
                .put("from", "atrium@example.org");
        assertThat(admin.put("", Admin.JSON.createObjectNode().set("smtpServer", smtp))
                        .status())
                .isEqualTo(204);
        return this;
    }

    /** A new access policy; gives its id. */
    public String policy(String policy, String... scopes) {
        return admin.create("atrium/policies", policyBody(policy, scopes));
    }

    public static ObjectNode policyBody(String policy, String... scopes) {
        ObjectNode body = Admin.JSON.createObjectNode().put("name", policy);
        List.of(scopes).forEach(body.putArray("scopes")::add);
        return body;
    }

    /** A new membership; gives its id. */
    public String membership(ObjectNode membership) {
        return admin.create("atrium/memberships", membership);
    }

    /** The least a membership has to say. */
    public static ObjectNode membershipBody(String project, String user, String profile, String policy) {
        return Admin.JSON
                .createObjectNode()
                .put("project", project)
                .put("user", user)
                .put("profile", profile)
                .put("policy", policy);
    }

    @Override
    public void close() {
        assertThat(admin.delete("/admin/realms/" + name).status()).isIn(204, 404);
    }

    /** Waits until the outbox has nothing left to send: what might arrive a second time would wait in it. */
    public void nothingWaits() {
        Eventually.holds(
                () -> admin().get("atrium/outbox/count?state=waiting")
                        .body()
                        .strip()
                        .equals("0"),
                () -> "something waits still");
    }
}
