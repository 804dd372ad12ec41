package dev.atrium.tests.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atrium.tests.server.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** What an endpoint answered. */
public record Answer(HttpResponse<String> response) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Answer get(URI address, String bearer) {
        return send(HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + bearer)
                .build());
    }

    /** Sends a form. */
    public static Answer post(URI address, String form) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /** Sends any request. */
    public static Answer send(HttpRequest request) {
        return new Answer(Http.send(request));
    }

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + status() + " " + response.body(), e);
        }
    }

    /** A member of the answer as text, empty if it is not there. */
    public String text(String member) {
        return json().path(member).asText("");
    }
}
