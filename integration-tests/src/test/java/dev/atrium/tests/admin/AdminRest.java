package dev.atrium.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.demo.ServerSettings;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** The admin REST of one realm as one caller sees it. Paths are relative to the realm; requests may be wrong. */
public final class AdminRest {
    private final URI realm;
    private final Supplier<Optional<String>> token;

    private AdminRest(String realm, Supplier<Optional<String>> token) {
        this.realm = AtriumServer.baseUrl().resolve("/admin/realms/" + realm + "/");
        this.token = token;
    }

    /** As the admin of the whole server. */
    public static AdminRest of(String realm) {
        return as(AccessToken.ofAdmin("master", ServerSettings.ADMIN, ServerSettings.ADMIN_PASSWORD), realm);
    }

    public static AdminRest as(AccessToken token, String realm) {
        return new AdminRest(realm, () -> Optional.of(token.get()));
    }

    /** With something in the place of a token. */
    public static AdminRest with(String bearer, String realm) {
        return new AdminRest(realm, () -> Optional.of(bearer));
    }

    public static AdminRest withoutToken(String realm) {
        return new AdminRest(realm, Optional::empty);
    }

    /** The same caller, at another realm. */
    public AdminRest in(String other) {
        return new AdminRest(other, token);
    }

    public Answer get(String path) {
        return send(path, request -> request.GET());
    }

    public Answer post(String path, JsonNode body) {
        return post(path, body.toString());
    }

    public Answer post(String path, String json) {
        return send("POST", path, "application/json", BodyPublishers.ofString(json));
    }

    /** A POST without a body. */
    public Answer post(String path) {
        return send(path, request -> request.POST(BodyPublishers.noBody()));
    }

    public Answer put(String path, JsonNode body) {
        return send("PUT", path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    public Answer delete(String path) {
        return send(path, request -> request.DELETE());
    }

    /** Any request with a body. */
    public Answer send(String method, String path, String contentType, BodyPublisher body) {
        return send(path, request -> request.header("Content-Type", contentType).method(method, body));
    }

    /** Makes something, and gives its id. */
    public String create(String path, JsonNode body) {
        Answer answer = post(path, body);
        assertThat(answer.status()).as("POST %s: %s", path, answer.body()).isEqualTo(201);
        String location = answer.response().headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** What is there. */
    public JsonNode read(String path) {
        Answer answer = get(path);
        assertThat(answer.status()).as("GET %s: %s", path, answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** One property of each element of a list. */
    public List<String> list(String path, String property) {
        return StreamSupport.stream(read(path).spliterator(), false)
                .map(element -> element.path(property).asText())
                .toList();
    }

    private Answer send(String path, RequestBody body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(realm.resolve(path));
        token.get().ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return Answer.send(body.on(request).build());
    }

    private interface RequestBody {
        HttpRequest.Builder on(HttpRequest.Builder request);
    }
}
