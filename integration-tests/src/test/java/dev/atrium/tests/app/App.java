package dev.atrium.tests.app;

import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An app with an ordinary OpenID Connect client.
 *
 * @param secret empty for a public client
 */
public record App(String clientId, Optional<String> secret) {
    public static final App SMART_APP = new App("smart-app", Optional.empty());
    public static final App PORTAL = new App("clinician-portal", Optional.of("clinician-portal-secret"));
    public static final App PLAIN = new App("plain-oidc", Optional.empty());
    public static final App BACKEND = new App("backend-service", Optional.of("backend-service-secret"));
    public static final App FHIR_SERVER = new App("fhir-server", Optional.of("fhir-server-secret"));

    /** The only verifier these tests need: what PKCE protects is not what they are about. */
    private static final Pkce PKCE = Pkce.fixed();

    /** What goes with the code of a {@link #request}. */
    public static String verifier() {
        return PKCE.verifier();
    }

    public static URI realm(String path) {
        return AtriumServer.baseUrl().resolve("/realms/atrium" + path);
    }

    public static URI endpoint(String path) {
        return realm("/protocol/openid-connect" + path);
    }

    /** The parameters of an authorization request. */
    public Map<String, String> request(String scope) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", clientId);
        parameters.put("redirect_uri", Browser.CALLBACK);
        parameters.put("state", "state-" + UUID.randomUUID());
        parameters.put("scope", scope);
        parameters.put("code_challenge", PKCE.challenge());
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    /** Sends a person to sign in. */
    public Page authorize(Browser browser, String scope) {
        return authorize(browser, scope, Map.of());
    }

    public Page authorize(Browser browser, String scope, Map<String, String> more) {
        return browser.open(authorizationUrl(scope, more));
    }

    /** Where the app sends a person to sign in. */
    public URI authorizationUrl(String scope, Map<String, String> more) {
        Map<String, String> parameters = request(scope);
        parameters.putAll(more);
        return URI.create(endpoint("/auth") + "?" + query(parameters));
    }

    /** Sends a person to sign in, with a form. */
    public Page authorizeByPost(Browser browser, String scope) {
        return authorizeByPost(browser, scope, Map.of());
    }

    public Page authorizeByPost(Browser browser, String scope, Map<String, String> more) {
        Map<String, String> parameters = request(scope);
        parameters.putAll(more);
        return browser.post(
                endpoint("/auth"),
                parameters.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))));
    }

    /** Sends the parameters of an authorization request ahead (RFC 9126). */
    public Answer push(Map<String, String> parameters) {
        return post("/ext/par/request", parameters);
    }

    /** Sends a person to sign in with a request that was pushed. */
    public Page authorizePushed(Browser browser, Answer pushed) {
        return authorizeBy(browser, "request_uri", pushed.text("request_uri"), Map.of());
    }

    /** Sends a person to sign in with an unsigned request object (RFC 9101). */
    public Page authorizeByObject(Browser browser, String scope) {
        return authorizeByObject(browser, scope, Map.of());
    }

    /** The same, with parameters beside the request object. */
    public Page authorizeByObject(Browser browser, String scope, Map<String, String> beside) {
        Map<String, String> parameters = request(scope);
        parameters.put("aud", realm("").toString());
        return authorizeBy(browser, "request", Jwt.unsigned(parameters), beside);
    }

    private Page authorizeBy(Browser browser, String parameter, String request, Map<String, String> beside) {
        Map<String, String> parameters = new LinkedHashMap<>(beside);
        parameters.putAll(Map.of("client_id", clientId, "response_type", "code", parameter, request));
        return browser.open(URI.create(endpoint("/auth") + "?" + query(parameters)));
    }

    /** Asks for a sign-in on behalf of a device without a browser (RFC 8628). */
    public Answer device(String scope) {
        return post(
                "/auth/device",
                Map.of("scope", scope, "code_challenge", PKCE.challenge(), "code_challenge_method", "S256"));
    }

    /** Asks whether the person has signed in for the device. */
    public Tokens poll(Answer device) {
        return token(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "device_code",
                device.text("device_code"),
                "code_verifier",
                PKCE.verifier()));
    }

    /** Exchanges the code of a callback. */
    public Tokens exchange(Page callback) {
        return token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                callback.callback().getOrDefault("code", "none: " + callback.callback()),
                "redirect_uri",
                Browser.CALLBACK,
                "code_verifier",
                PKCE.verifier()));
    }

    public Tokens refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    public Tokens refresh(String refreshToken, String scope) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken, "scope", scope));
    }

    /** Exchanges an access token for another (RFC 8693). */
    public Tokens exchangeToken(Tokens tokens, String scope) {
        return token(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token",
                tokens.accessToken(),
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:access_token",
                "scope",
                scope));
    }

    /** A request to the token endpoint, as this client. */
    public Tokens token(Map<String, String> parameters) {
        return new Tokens(post("/token", parameters));
    }

    public Answer introspect(String token) {
        return post("/token/introspect", Map.of("token", token));
    }

    /** Asks about a token, saying what kind of token it may be (RFC 7662). */
    public Answer introspect(String token, String hint) {
        return post("/token/introspect", Map.of("token", token, "token_type_hint", hint));
    }

    public Answer userinfo(String accessToken) {
        return Answer.get(endpoint("/userinfo"), accessToken);
    }

    /** A form to one of the realm's OpenID Connect endpoints, authenticated as this client. */
    public Answer post(String path, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("client_id", clientId);
        secret.ifPresent(known -> all.put("client_secret", known));
        return Answer.post(endpoint(path), query(all));
    }

    /** As a query or a form has them. */
    public static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
