package dev.atrium.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * A realm of a test's own whose browser flow has the Domain step and steps for password and passkey, but none for the
 * e-mail code; with the providers google and other, and off, which is disabled.
 */
final class LoginRealm implements AutoCloseable {
    static final String RULES = "atrium.login-rules";
    static final String CLIENTS = "atrium.client-methods";

    private static final String FLOW = "sign-in";

    private final TestRealm realm = TestRealm.create();

    private LoginRealm() {}

    static LoginRealm create() {
        LoginRealm made = new LoginRealm();
        made.flow(FLOW, "atrium-domain", "atrium-password", "webauthn-authenticator-passwordless");
        made.changed("", Admin.JSON.createObjectNode().put("browserFlow", FLOW));
        made.provider("google", true);
        made.provider("other", true);
        made.provider("off", false);
        return made;
    }

    AdminRest admin() {
        return realm.admin();
    }

    TestRealm realm() {
        return realm;
    }

    /** A flow of these steps, all of them enabled. */
    void flow(String alias, String... steps) {
        admin().create(
                        "authentication/flows",
                        Admin.JSON
                                .createObjectNode()
                                .put("alias", alias)
                                .put("providerId", "basic-flow")
                                .put("topLevel", true));
        for (String step : steps) {
            admin().create(
                            "authentication/flows/" + alias + "/executions/execution",
                            Admin.JSON.createObjectNode().put("provider", step));
            require(alias, step, step.equals("atrium-domain") ? "REQUIRED" : "ALTERNATIVE");
        }
    }

    void require(String flow, String step, String requirement) {
        changed(
                "authentication/flows/" + flow + "/executions",
                ((ObjectNode) step(flow, step)).put("requirement", requirement));
    }

    private JsonNode step(String flow, String provider) {
        return StreamSupport.stream(
                        admin().read("authentication/flows/" + flow + "/executions")
                                .spliterator(),
                        false)
                .filter(step -> step.path("providerId").asText().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    void provider(String alias, boolean enabled) {
        ObjectNode provider = Admin.JSON
                .createObjectNode()
                .put("alias", alias)
                .put("providerId", "oidc")
                .put("enabled", enabled);
        provider.putObject("config")
                .put("clientId", "atrium")
                .put("clientSecret", "secret")
                .put("authorizationUrl", "https://" + alias + ".example/authorize")
                .put("tokenUrl", "https://" + alias + ".example/token");
        admin().create("identity-provider/instances", provider);
    }

    void enable(String alias, boolean enabled) {
        String path = "identity-provider/instances/" + alias;
        changed(path, ((ObjectNode) admin().read(path)).put("enabled", enabled));
    }

    /** An organization with a provider of its own, which is for all of its domains. */
    String organization(String alias, String... domains) {
        ObjectNode organization = Admin.JSON
                .createObjectNode()
                .put("name", alias)
                .put("alias", alias)
                .put("enabled", true);
        ArrayNode named = organization.putArray("domains");
        for (String domain : domains) {
            named.addObject().put("name", domain);
        }
        String id = admin().create("organizations", organization);
        provider(alias + "-sso", true);
        Answer linked = admin().post("organizations/" + id + "/identity-providers", "\"" + alias + "-sso\"");
        assertThat(linked.status()).as(linked.body()).isEqualTo(204);
        String path = "identity-provider/instances/" + alias + "-sso";
        ObjectNode provider = (ObjectNode) admin().read(path);
        provider.withObject("/config").put("kc.org.domain", "ANY");
        changed(path, provider);
        return id;
    }

    void client(String clientId) {
        admin().create(
                        "clients",
                        Admin.JSON.createObjectNode().put("clientId", clientId).put("publicClient", true));
    }

    /** Has people sign in to a client in a flow of its own. */
    void override(String clientId, String flow) {
        String uuid =
                admin().read("clients?clientId=" + clientId).path(0).path("id").asText();
        String id = StreamSupport.stream(admin().read("authentication/flows").spliterator(), false)
                .filter(found -> found.path("alias").asText().equals(flow))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        ObjectNode client = (ObjectNode) admin().read("clients/" + uuid);
        client.putObject("authenticationFlowBindingOverrides").put("browser", id);
        changed("clients/" + uuid, client);
    }

    /** A person with this user name and address, linked to these providers. */
    String person(String username, String email, String... links) {
        ObjectNode user =
                Admin.JSON.createObjectNode().put("username", username).put("enabled", true);
        if (!email.isEmpty()) {
            user.put("email", email);
        }
        String id = admin().create("users", user);
        for (String alias : links) {
            Answer linked = admin().post(
                            "users/" + id + "/federated-identity/" + alias,
                            Admin.JSON
                                    .createObjectNode()
                                    .put("identityProvider", alias)
                                    .put("userId", UUID.randomUUID().toString())
                                    .put("userName", username));
            assertThat(linked.status()).as(linked.body()).isEqualTo(204);
        }
        return id;
    }

    /** Saves tables, each a text of rows such as {@code hospital.example=password; *=passkey}. */
    Answer save(String rules, String clients) {
        return saveAsWritten(FLOW, table(rules), table(clients));
    }

    void rules(String rules) {
        tables(rules, "");
    }

    void tables(String rules, String clients) {
        Answer answer = save(rules, clients);
        assertThat(answer.status()).as(answer.body()).isIn(201, 204);
    }

    Answer saveAsWritten(String flow, String rules, String clients) {
        JsonNode step = step(flow, "atrium-domain");
        ObjectNode settings = Admin.JSON.createObjectNode().put("alias", "tables of " + flow);
        settings.putObject("config").put(RULES, rules).put(CLIENTS, clients);
        if (step.hasNonNull("authenticationConfig")) {
            return admin().put(
                            "authentication/config/"
                                    + step.path("authenticationConfig").asText(),
                            settings);
        }
        return admin().post("authentication/executions/" + step.path("id").asText() + "/config", settings);
    }

    /** As the admin console writes it. */
    static String table(String rows) {
        ArrayNode table = Admin.JSON.createArrayNode();
        for (String row : rows.split(";")) {
            if (!row.isBlank()) {
                String[] parts = row.split("=", 2);
                table.addObject().put("key", parts[0].strip()).put("value", parts[1].strip());
            }
        }
        return table.isEmpty() ? "" : table.toString();
    }

    /** What the preview says of a name, at a client if one is given. */
    JsonNode preview(String name, String client) {
        return admin().read("atrium/sign-in-preview?"
                + App.query(client.isEmpty() ? Map.of("email", name) : Map.of("email", name, "client", client)));
    }

    /** Methods, and who decided, on one line. */
    static String line(JsonNode decision) {
        String methods = String.join(
                " ",
                StreamSupport.stream(decision.path("methods").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
        String narrowed = decision.hasNonNull("narrowedBy")
                ? " < " + decision.path("narrowedBy").asText()
                : "";
        return methods + " | " + decision.path("decidedBy").asText() + " "
                + decision.path("subject").asText() + narrowed;
    }

    private void changed(String path, JsonNode body) {
        Answer answer = admin().put(path, body);
        assertThat(answer.status()).as(answer.body()).isIn(200, 202, 204);
    }

    @Override
    public void close() {
        realm.close();
    }
}
