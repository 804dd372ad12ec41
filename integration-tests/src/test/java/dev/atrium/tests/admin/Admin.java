package dev.atrium.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.demo.AdminApi;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** The realm's admin, by Keycloak's and Atrium's admin REST. What a test changes, it makes for itself. */
public final class Admin {
    public static final String PASSWORD = "atrium-demo";
    public static final ObjectMapper JSON = new ObjectMapper();

    private final AdminApi api;

    private Admin(AdminApi api) {
        this.api = api;
    }

    /** The admin of the realm {@code atrium}. */
    public static Admin ofRealm() {
        return of("atrium");
    }

    /** The admin of any realm of the server. */
    public static Admin of(String realm) {
        try {
            return new Admin(AdminApi.of(AtriumServer.baseUrl(), realm));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A new user with the tests' password, and nobody's e-mail address but theirs at the domain. */
    public TestUser user(String domain) {
        return user("user-" + UUID.randomUUID() + "@" + domain, representation -> {});
    }

    /** A new user with the tests' password and just this e-mail address, changed before it is made. */
    public TestUser user(String email, Consumer<ObjectNode> change) {
        ObjectNode user = TestUser.representation(email);
        change.accept(user);
        return new TestUser(this, created("users", user), email);
    }

    /** Makes something and gives its id. */
    public String created(String path, JsonNode body) {
        HttpResponse<String> answer = send("POST", path, body.toString());
        assertThat(answer.statusCode()).as("POST %s: %s", path, answer.body()).isEqualTo(201);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    public JsonNode read(String path) {
        HttpResponse<String> answer = send("GET", path, "");
        assertThat(answer.statusCode()).as("GET %s: %s", path, answer.body()).isEqualTo(200);
        return parse(answer.body());
    }

    /** Changes something by PUT. */
    public void update(String path, JsonNode body) {
        HttpResponse<String> answer = send("PUT", path, body.toString());
        assertThat(answer.statusCode()).as("PUT %s: %s", path, answer.body()).isBetween(200, 204);
    }

    public void delete(String path) {
        HttpResponse<String> answer = send("DELETE", path, "");
        assertThat(answer.statusCode()).as("DELETE %s: %s", path, answer.body()).isEqualTo(204);
    }

    /** Any request to the realm's admin REST; the path is relative to the realm. */
    public HttpResponse<String> send(String method, String path, String body) {
        try {
            return api.send(method, path, body);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The error events of a user, newest first. */
    public List<JsonNode> errorEvents(String userId) {
        return errorEvents(read("events?user=" + userId + "&max=50"));
    }

    /** The error events of a client, by its client_id, newest first. */
    public List<JsonNode> errorEventsOfClient(String clientId) {
        return errorEvents(read("events?client=" + clientId + "&max=50"));
    }

    private static List<JsonNode> errorEvents(JsonNode events) {
        return StreamSupport.stream(events.spliterator(), false)
                .filter(event -> event.hasNonNull("error"))
                .toList();
    }

    /** The id of a client, by its client_id. */
    public String clientUuid(String clientId) {
        return read("clients?clientId=" + clientId).path(0).path("id").asText();
    }

    public static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }
}
