package dev.atrium.tests.login.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The realm of the export, with rules of a test's own and the providers clinic and google, which no organization has. */
final class RuledRealm implements AutoCloseable {
    static final String OTHER_WAY = "You sign in through your organization";

    final ScriptedProvider clinic = ScriptedProvider.start();
    final ScriptedProvider google = ScriptedProvider.start();

    private final TestRealm realm = TestRealm.delivered();

    RuledRealm(String... rules) {
        provider("clinic", clinic);
        provider("google", google);
        changeClient("plain-oidc", client -> client.put("directAccessGrantsEnabled", true));
        rules(rules);
    }

    AdminRest admin() {
        return realm.admin();
    }

    String name() {
        return realm.name();
    }

    TestRealm realm() {
        return realm;
    }

    /** Rows such as {@code clinic.example = idp:clinic password}. */
    void rules(String... rows) {
        ArrayNode table = Admin.JSON.createArrayNode();
        for (String row : rows) {
            String[] parts = row.split("=", 2);
            table.addObject().put("key", parts[0].strip()).put("value", parts[1].strip());
        }
        JsonNode step = domainStep();
        ObjectNode settings = Admin.JSON.createObjectNode().put("alias", "rules");
        settings.putObject("config").put("atrium.login-rules", table.toString());
        Answer answer = step.hasNonNull("authenticationConfig")
                ? admin().put(
                                "authentication/config/"
                                        + step.path("authenticationConfig").asText(),
                                settings)
                : admin().post("authentication/executions/" + step.path("id").asText() + "/config", settings);
        assertThat(answer.status()).as(answer.body()).isIn(201, 204);
    }

    /** By which methods people sign in to this client. */
    void clientTakes(String clientId, String methods) {
        String path = "authentication/config/"
                + domainStep().path("authenticationConfig").asText();
        ObjectNode settings = (ObjectNode) admin().read(path);
        ArrayNode table = Admin.JSON.createArrayNode();
        table.addObject().put("key", clientId).put("value", methods);
        ((ObjectNode) settings.path("config")).put("atrium.client-methods", table.toString());
        assertThat(admin().put(path, settings).status()).isEqualTo(204);
    }

    private JsonNode domainStep() {
        return StreamSupport.stream(
                        admin().read("authentication/flows/Atrium%20browser/executions")
                                .spliterator(),
                        false)
                .filter(step -> step.path("providerId").asText().equals("atrium-domain"))
                .findFirst()
                .orElseThrow();
    }

    static String address(String domain) {
        return "person-" + UUID.randomUUID() + "@" + domain;
    }

    /** Somebody with the tests' password, whose user name is the address unless it is another. */
    String person(String email) {
        return person(email, email);
    }

    String person(String username, String email) {
        ObjectNode user = Admin.JSON
                .createObjectNode()
                .put("username", username)
                .put("email", email)
                .put("emailVerified", true)
                .put("firstName", "Test")
                .put("lastName", "User")
                .put("enabled", true);
        user.putArray("credentials").addObject().put("type", "password").put("value", Admin.PASSWORD);
        return admin().create("users", user);
    }

    void link(String user, String alias, JsonNode subject) {
        ObjectNode link =
                Admin.JSON.createObjectNode().put("userId", subject.asText()).put("userName", subject.asText());
        assertThat(admin().post("users/" + user + "/federated-identity/" + alias, link)
                        .status())
                .isEqualTo(204);
    }

    JsonNode links(String user) {
        return admin().read("users/" + user + "/federated-identity");
    }

    void change(String user, java.util.function.Consumer<ObjectNode> change) {
        ObjectNode now = (ObjectNode) admin().read("users/" + user);
        change.accept(now);
        assertThat(admin().put("users/" + user, now).status()).isEqualTo(204);
    }

    void changeClient(String clientId, java.util.function.Consumer<ObjectNode> change) {
        ObjectNode client =
                (ObjectNode) admin().read("clients?clientId=" + clientId).path(0);
        change.accept(client);
        assertThat(admin().put("clients/" + client.path("id").asText(), client).status())
                .isEqualTo(204);
    }

    Page asks(Browser browser) {
        return asks(browser, Map.of());
    }

    Page asks(Browser browser, Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>(App.PLAIN.request("openid"));
        parameters.putAll(more);
        return browser.open(URI.create(endpoint("/auth") + "?" + App.query(parameters)));
    }

    /** Types this name and the tests' password. */
    Page signsIn(Browser browser, String name) {
        return asks(browser).email(name).password(Admin.PASSWORD);
    }

    Tokens exchange(Page callback) {
        return token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                callback.callback().getOrDefault("code", "none"),
                "redirect_uri",
                Browser.CALLBACK,
                "code_verifier",
                App.verifier()));
    }

    Tokens refresh(Tokens tokens) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", tokens.refreshToken()));
    }

    Tokens passwordGrant(String name) {
        return token(Map.of("grant_type", "password", "scope", "openid", "username", name, "password", Admin.PASSWORD));
    }

    Tokens token(Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("client_id", "plain-oidc");
        return new Tokens(Answer.post(endpoint("/token"), App.query(all)));
    }

    URI endpoint(String path) {
        return AtriumServer.baseUrl().resolve("/realms/" + name() + "/protocol/openid-connect" + path);
    }

    void disable(String alias) {
        String path = "identity-provider/instances/" + alias;
        ObjectNode provider = (ObjectNode) admin().read(path);
        assertThat(admin().put(path, provider.put("enabled", false)).status()).isEqualTo(204);
    }

    void provider(String alias, ScriptedProvider provider) {
        ObjectNode body = provider.representation(alias).put("displayName", "The " + alias);
        admin().create("identity-provider/instances", body);
    }

    @Override
    public void close() {
        realm.close();
        clinic.close();
        google.close();
    }
}
