package dev.atrium.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** The admin REST of one realm, as an admin of the server sees it. */
public final class AdminApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final URI realm;
    private final String password;
    private String token;

    private AdminApi(URI server, String realm, String password, String token) {
        this.server = server;
        this.realm = server.resolve("/admin/realms/" + realm + "/");
        this.password = password;
        this.token = token;
    }

    /** Signs in as the admin that the demo's server is given. */
    public static AdminApi of(URI server, String realm) throws IOException, InterruptedException {
        return of(server, realm, ServerSettings.ADMIN_PASSWORD);
    }

    /** Signs in as {@code admin} with this password. */
    public static AdminApi of(URI server, String realm, String password) throws IOException, InterruptedException {
        return new AdminApi(server, realm, password, signIn(server, password));
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    public HttpResponse<String> post(String path, JsonNode body) throws IOException, InterruptedException {
        return send("POST", path, body.toString());
    }

    /** Sends any request; the path is relative to the realm. */
    public HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = sendOnce(method, path, body);
        if (answer.statusCode() != UNAUTHORIZED) {
            return answer;
        }
        // An admin's token lives for a minute.
        token = signIn(server, password);
        return sendOnce(method, path, body);
    }

    private HttpResponse<String> sendOnce(String method, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(realm.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static String signIn(URI server, String password) throws IOException, InterruptedException {
        var form = "grant_type=password&client_id=admin-cli&username=" + ServerSettings.ADMIN + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(server.resolve("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new CannotStart(
                    "The demo's admin cannot sign in (" + answer.statusCode() + "): was the password changed?");
        }
        return JSON.readTree(answer.body()).path("access_token").asText();
    }
}
