package dev.atrium.demo.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.demo.fhir.records.PatientRecord;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/**
 * What a health record system does before it opens an app: it gets a token for itself, and tells the authorization server which
 * patient the launch is about. It gets a handle, which the app sends along when it asks for access, and the address of the app
 * with this handle in it.
 *
 * @param issuer the realm
 * @param app the client_id of the app that is launched
 * @param style how apps should look inside this system (SMART 2.2.0, styling)
 */
public record LaunchRegistration(URI issuer, String clientId, String secret, String app, URI style) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int FIRST_FAILURE = 300;

    /** Where to open the app for this patient of that FHIR server; what was sent and answered is added to the steps. */
    String of(URI base, String patient, ArrayNode steps) throws IOException, Refused {
        return launch(token(steps), base, patient, steps);
    }

    private String token(ArrayNode steps) throws IOException, Refused {
        ObjectNode step = steps.addObject()
                .put("title", "The system gets a token for itself")
                .put("explanation", "It signs in with its own secret, which only its server has.");
        String form = "grant_type=client_credentials&client_id=" + encoded(clientId) + "&client_secret=";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + encoded(secret)));
        return answer(request, (form + "…").replace('&', '\n'), step)
                .path("access_token")
                .asText();
    }

    private String launch(String token, URI base, String patient, ArrayNode steps) throws IOException, Refused {
        ObjectNode step = steps.addObject()
                .put("title", "The system says which patient the launch is about")
                .put(
                        "explanation",
                        "The answer is a ticket that works once, for a few minutes, and for this app only.");
        ObjectNode body = JSON.createObjectNode().put("client_id", app).put("iss", base.toString());
        body.putObject("context")
                .put("patient", patient)
                .put("encounter", PatientRecord.lastEncounter(patient))
                .put("need_patient_banner", true)
                .put("smart_style_url", style.toString());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(issuer + "/atrium/launch"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        return answer(request, body.toPrettyString(), step).path("launch_url").asText();
    }

    /** Sends a request, and adds it to the step as it is shown, with the answer. */
    private static JsonNode answer(HttpRequest.Builder sent, String shown, ObjectNode step)
            throws IOException, Refused {
        HttpRequest request = sent.build();
        step.put("request", "POST " + request.uri() + "\n\n" + shown);
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            String words = answer.body().replaceAll("(\"[a-z]+_token\":\"[^\"]{40})[^\"]*", "$1…");
            step.put("answer", answer.statusCode() + "\n\n" + words);
            if (answer.statusCode() >= FIRST_FAILURE) {
                throw new Refused("The authorization server answered " + answer.statusCode() + ": " + words);
            }
            return JSON.readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking " + request.uri(), e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Why there is no handle, in a sentence. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String sentence) {
            super(sentence);
        }
    }
}
