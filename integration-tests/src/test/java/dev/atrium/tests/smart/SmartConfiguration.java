package dev.atrium.tests.smart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/** The SMART configuration document of the demo's realm. */
final class SmartConfiguration {
    static final URI ADDRESS = App.realm("/.well-known/smart-configuration");

    private SmartConfiguration() {}

    /** As an app gets it that sends these headers, name by value. */
    static Answer get(String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(ADDRESS);
        return Answer.send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    /** As the FHIR server with this base URL serves it. */
    static Answer of(String server) {
        return Answer.send(HttpRequest.newBuilder(
                        URI.create(ADDRESS + "?fhir=" + URLEncoder.encode(server, StandardCharsets.UTF_8)))
                .build());
    }

    static JsonNode read() {
        return get().json();
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
