package dev.atrium.demo.fhir.smart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The SMART configuration of one FHIR base URL, as its authorization server tells it (SMART 2.2.0, conformance). */
public record SmartConfiguration(URI issuer, URI base) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    /** Asks the authorization server each time: what it says is always what holds. */
    JsonNode fetch() throws IOException {
        var request = HttpRequest.newBuilder(address()).timeout(PATIENCE).build();
        try {
            HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new IOException(address() + " answers " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking " + address(), e);
        }
    }

    private URI address() {
        return URI.create(issuer + "/.well-known/smart-configuration?fhir="
                + URLEncoder.encode(base.toString(), StandardCharsets.UTF_8));
    }
}
