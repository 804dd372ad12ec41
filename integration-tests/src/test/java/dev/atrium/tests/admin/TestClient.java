package dev.atrium.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A client made for one test: confidential, without a consent page, and with what {@code with} adds to it. */
public record TestClient(Admin admin, String uuid, App app) {
    private static final String SECRET = "a-secret-of-the-tests";

    /** A client for people, with these client scopes to ask for. */
    public static TestClient of(Admin admin, String... optionalScopes) {
        return of(admin, representation(), List.of(optionalScopes));
    }

    /** A client for people without a secret. */
    public static TestClient publicOne(Admin admin, String... optionalScopes) {
        ObjectNode client = representation().put("publicClient", true);
        return of(admin, client, List.of(optionalScopes));
    }

    /** A client that acts for itself. */
    public static TestClient service(Admin admin, String... optionalScopes) {
        ObjectNode client = representation().put("standardFlowEnabled", false).put("serviceAccountsEnabled", true);
        return of(admin, client, List.of(optionalScopes));
    }

    private static ObjectNode representation() {
        ObjectNode client = Admin.JSON
                .createObjectNode()
                .put("clientId", "client-" + UUID.randomUUID())
                .put("protocol", "openid-connect")
                .put("publicClient", false)
                .put("secret", SECRET)
                .put("fullScopeAllowed", false);
        client.putArray("redirectUris").add(Browser.CALLBACK);
        client.putArray("defaultClientScopes").add("basic").add("atrium");
        client.putArray("optionalClientScopes");
        return client;
    }

    private static TestClient of(Admin admin, ObjectNode client, List<String> optionalScopes) {
        String uuid = admin.created("clients", client);
        Optional<String> secret = client.path("publicClient").asBoolean() ? Optional.empty() : Optional.of(SECRET);
        TestClient made =
                new TestClient(admin, uuid, new App(client.path("clientId").asText(), secret));
        optionalScopes.forEach(made::assign);
        return made;
    }

    /** Sets an attribute. */
    public TestClient with(String attribute, String value) {
        ObjectNode client = (ObjectNode) admin.read("clients/" + uuid);
        client.withObject("/attributes").put(attribute, value);
        admin.update("clients/" + uuid, client);
        return this;
    }

    /** Has people asked whether they agree. */
    public TestClient withConsent() {
        admin.update("clients/" + uuid, ((ObjectNode) admin.read("clients/" + uuid)).put("consentRequired", true));
        return this;
    }

    /** Lets people hand the client their password. */
    public TestClient withDirectGrant() {
        ObjectNode client = (ObjectNode) admin.read("clients/" + uuid);
        admin.update("clients/" + uuid, client.put("directAccessGrantsEnabled", true));
        return this;
    }

    /** Lets the client ask for a client scope, which is made if the realm has none of that name. */
    public void assign(String scope) {
        put("optional-client-scopes", scope);
    }

    /** Gives the client a client scope with every request. */
    public TestClient withDefault(String scope) {
        put("default-client-scopes", scope);
        return this;
    }

    /** Takes away what it gets with every request. */
    public void withoutDefault(String scope) {
        remove("default-client-scopes", scope);
    }

    public void unassign(String scope) {
        remove("optional-client-scopes", scope);
    }

    private void remove(String kind, String scope) {
        String path = "clients/" + uuid + "/" + kind + "/" + scopeId(scope);
        assertThat(admin.send("DELETE", path, "").statusCode()).isEqualTo(204);
    }

    /** Has its access tokens meant for another client too. */
    public void audience(String clientId) {
        ObjectNode mapper = Admin.JSON
                .createObjectNode()
                .put("name", "audience")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-audience-mapper");
        mapper.putObject("config").put("included.client.audience", clientId).put("access.token.claim", "true");
        admin.created("clients/" + uuid + "/protocol-mappers/models", mapper);
    }

    private void put(String kind, String scope) {
        String path = "clients/" + uuid + "/" + kind + "/" + scopeId(scope);
        assertThat(admin.send("PUT", path, "").statusCode()).isEqualTo(204);
    }

    private String scopeId(String name) {
        return StreamSupport.stream(admin.read("client-scopes").spliterator(), false)
                .filter(scope -> scope.path("name").asText().equals(name))
                .map(scope -> scope.path("id").asText())
                .findFirst()
                .orElseGet(() -> newScope(name));
    }

    private String newScope(String name) {
        JsonNode scope = Admin.JSON
                .createObjectNode()
                .put("name", name)
                .put("protocol", "openid-connect")
                .set(
                        "attributes",
                        Admin.JSON
                                .createObjectNode()
                                .put("include.in.token.scope", "true")
                                .put("display.on.consent.screen", "false"));
        return admin.created("client-scopes", scope);
    }
}
