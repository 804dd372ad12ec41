package dev.atrium.tests.smart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** A client that authenticates with a key ({@code private_key_jwt}). */
record KeyClient(TestClient client, SigningKey key) {
    static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** A service whose key set is registered as it is. */
    static KeyClient inline(Admin admin, SigningKey key, String... scopes) {
        return new KeyClient(TestClient.service(admin, scopes), key).withKeySet(SigningKey.set(key.jwk()));
    }

    /** A service whose key set is at a URL. */
    static KeyClient at(String url, Admin admin, SigningKey key, String... scopes) {
        KeyClient made = new KeyClient(TestClient.service(admin, scopes), key);
        made.client.with("use.jwks.url", "true").with("jwks.url", url);
        return made.byKey();
    }

    /** An app for people. */
    static KeyClient app(Admin admin, SigningKey key, String... scopes) {
        return new KeyClient(TestClient.of(admin, scopes), key).withKeySet(SigningKey.set(key.jwk()));
    }

    KeyClient withKeySet(String keySet) {
        client.with("use.jwks.string", "true").with("jwks.string", keySet);
        return byKey();
    }

    private KeyClient byKey() {
        ObjectNode representation = (ObjectNode) client.admin().read("clients/" + client.uuid());
        client.admin().update("clients/" + client.uuid(), representation.put("clientAuthenticatorType", "client-jwt"));
        return this;
    }

    /** The same client with another key. */
    KeyClient with(SigningKey other) {
        return new KeyClient(client, other);
    }

    String clientId() {
        return client.app().clientId();
    }

    ObjectNode header() {
        return Admin.JSON
                .createObjectNode()
                .put("alg", key.algorithm())
                .put("typ", "JWT")
                .put("kid", key.kid());
    }

    /** As Inferno has them: five minutes, and no {@code iat}. */
    ObjectNode claims() {
        return Admin.JSON
                .createObjectNode()
                .put("iss", clientId())
                .put("sub", clientId())
                .put("aud", App.endpoint("/token").toString())
                .put("exp", in(300))
                .put("jti", UUID.randomUUID().toString());
    }

    static long in(long seconds) {
        return Instant.now().getEpochSecond() + seconds;
    }

    String assertion() {
        return key.sign(header(), claims());
    }

    String assertionWithHeader(Consumer<ObjectNode> change) {
        ObjectNode header = header();
        change.accept(header);
        return key.sign(header, claims());
    }

    String assertionWithClaims(Consumer<ObjectNode> change) {
        ObjectNode claims = claims();
        change.accept(claims);
        return key.sign(header(), claims);
    }

    /** A token of its own. */
    Tokens token(String scope) {
        return token(scope, assertion());
    }

    Tokens token(String scope, String assertion) {
        return new Tokens(post("/token", Map.of("grant_type", "client_credentials", "scope", scope), assertion));
    }

    Answer post(String endpoint, Map<String, String> parameters) {
        return post(endpoint, parameters, assertion());
    }

    private static Answer post(String endpoint, Map<String, String> parameters, String assertion) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("client_assertion_type", ASSERTION_TYPE);
        all.put("client_assertion", assertion);
        return Answer.post(App.endpoint(endpoint), App.query(all));
    }
}
