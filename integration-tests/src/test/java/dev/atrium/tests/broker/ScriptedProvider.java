package dev.atrium.tests.broker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.atrium.tests.admin.Admin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** An OpenID provider that says of whoever comes what it was told to; its signatures are checked by nobody. */
public final class ScriptedProvider implements AutoCloseable {
    private final HttpServer server;
    private volatile ObjectNode idToken = Admin.JSON.createObjectNode();
    private volatile ObjectNode userinfo = Admin.JSON.createObjectNode();
    private volatile String nonce = "";
    private volatile String error = "";
    private volatile int tokenStatus = 200;

    private ScriptedProvider(HttpServer server) {
        this.server = server;
    }

    public static ScriptedProvider start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ScriptedProvider provider = new ScriptedProvider(server);
            server.createContext("/auth", provider::authorize);
            server.createContext("/token", exchange -> answer(exchange, provider.tokenStatus, provider.tokens()));
            server.createContext("/userinfo", exchange -> answer(exchange, 200, provider.userinfo));
            server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As an identity provider of a realm, for the admin REST. */
    public ObjectNode representation(String alias) {
        ObjectNode provider = Admin.JSON
                .createObjectNode()
                .put("alias", alias)
                .put("providerId", "oidc")
                .put("enabled", true)
                .put("trustEmail", true)
                .put("firstBrokerLoginFlowAlias", "Atrium first broker login")
                .put("postBrokerLoginFlowAlias", "Atrium post broker");
        provider.putObject("config")
                .put("issuer", issuer())
                .put("authorizationUrl", issuer() + "/auth")
                .put("tokenUrl", issuer() + "/token")
                .put("userInfoUrl", issuer() + "/userinfo")
                .put("validateSignature", "false")
                .put("clientId", "atrium")
                .put("clientSecret", "secret")
                .put("clientAuthMethod", "client_secret_post")
                .put("syncMode", "IMPORT");
        return provider;
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What both documents say of the next to come. */
    public void says(Identity identity) {
        idToken = identity.idToken();
        userinfo = identity.userinfo();
    }

    /** Sends the next to come back with this error, or with a code again if it is blank. */
    void answers(String error) {
        this.error = error;
    }

    /** The status of its answers to a code. */
    void answersCodes(int status) {
        this.tokenStatus = status;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = Arrays.stream(
                        exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (a, b) -> a));
        nonce = asked.getOrDefault("nonce", "");
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        asked.get("redirect_uri") + (error.isBlank() ? "?code=code" : "?error=" + error) + "&state="
                                + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private ObjectNode tokens() {
        long now = System.currentTimeMillis() / 1000;
        ObjectNode claims = idToken.deepCopy()
                .put("iss", issuer())
                .put("aud", "atrium")
                .put("nonce", nonce)
                .put("iat", now)
                .put("exp", now + 300);
        return Admin.JSON
                .createObjectNode()
                .put("access_token", "access")
                .put("token_type", "Bearer")
                .put("expires_in", 300)
                .put(
                        "id_token",
                        encode("{\"alg\":\"RS256\"}") + "." + encode(claims.toString()) + "." + encode("signature"));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
