package dev.atrium.tests.login.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.broker.ScriptedProvider;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * A realm as Keycloak makes it, with people who sign in by user name, with an authenticator app, or at a provider: nothing
 * in it is Atrium's.
 */
record HandmadeRealm(TestRealm realm, ScriptedProvider provider) implements AutoCloseable {
    static final String SECRET = "the secret of an authenticator app";
    static final String PROVIDER = "google-like";

    static HandmadeRealm create() {
        String name = "handmade-" + UUID.randomUUID();
        AdminRest admin = AdminRest.of(name);
        ObjectNode body = Admin.JSON
                .createObjectNode()
                .put("realm", name)
                .put("enabled", true)
                .put("sslRequired", "none");
        assertThat(admin.post("/admin/realms", body).status()).isEqualTo(201);
        HandmadeRealm made = new HandmadeRealm(new TestRealm(name, admin), ScriptedProvider.start());
        made.app();
        made.realm.user("nurse");
        made.userWithApp("olga");
        made.makeProvider();
        return made;
    }

    AdminRest admin() {
        return realm.admin();
    }

    /** Sends the request for a setup. */
    Answer setUp(String body, String query) {
        return admin().post("atrium/setup" + query, body);
    }

    /** Sets it up; gives the answer. */
    JsonNode setUp(String body) {
        Answer answer = setUp(body, "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    JsonNode undo() {
        Answer answer = admin().delete("atrium/setup");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** The sentences of one kind in an answer. */
    static List<String> texts(JsonNode answer, String field) {
        return StreamSupport.stream(answer.path(field).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** As the admin console exports it. */
    JsonNode export() {
        Answer answer = admin().post("partial-export?exportClients=true&exportGroupsAndRoles=true");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** Sends a browser to sign in. */
    Page open(String clientId, String scope, Map<String, String> more) {
        Map<String, String> request = new App(clientId, Optional.empty()).request(scope);
        request.putAll(more);
        return new Browser().open(URI.create(here("/auth") + "?" + App.query(request)));
    }

    /** Types name and password, on the page that asks for both or on one after the other. */
    Page signIn(String clientId, String scope, String name) {
        Page first = open(clientId, scope, Map.of());
        return first.html().select("input[name=password]").isEmpty()
                ? first.email(name).password(Admin.PASSWORD)
                : first.submit(
                        "kc-form-login",
                        Map.of("username", List.of(name), "password", List.of(Admin.PASSWORD)),
                        "login");
    }

    Tokens exchange(String clientId, Page callback) {
        return new Tokens(Answer.post(
                URI.create(here("/token")),
                App.query(Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        clientId,
                        "redirect_uri",
                        Browser.CALLBACK,
                        "code_verifier",
                        App.verifier(),
                        "code",
                        callback.callback().getOrDefault("code", "none")))));
    }

    private String here(String path) {
        return AtriumServer.baseUrl()
                .resolve("/realms/" + realm.name() + "/protocol/openid-connect" + path)
                .toString();
    }

    private void app() {
        ObjectNode client = Admin.JSON
                .createObjectNode()
                .put("clientId", App.PLAIN.clientId())
                .put("publicClient", true);
        client.putArray("redirectUris").add(Browser.CALLBACK);
        admin().create("clients", client);
    }

    private void userWithApp(String username) {
        ObjectNode user = Admin.JSON
                .createObjectNode()
                .put("username", username)
                .put("email", username + "@example.org")
                .put("firstName", "Olga")
                .put("lastName", "Otter")
                .put("enabled", true);
        user.putArray("credentials").addObject().put("type", "password").put("value", Admin.PASSWORD);
        user.withArray("credentials")
                .addObject()
                .put("type", "otp")
                .put("secretData", "{\"value\":\"" + SECRET + "\"}")
                .put("credentialData", "{\"subType\":\"totp\",\"digits\":6,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
        admin().create("users", user);
    }

    private void makeProvider() {
        ObjectNode body = provider.representation(PROVIDER);
        body.remove(List.of("firstBrokerLoginFlowAlias", "postBrokerLoginFlowAlias"));
        admin().create("identity-provider/instances", body);
    }

    @Override
    public void close() {
        realm.close();
        provider.close();
    }
}
