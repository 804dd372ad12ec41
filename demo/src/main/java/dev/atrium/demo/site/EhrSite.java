package dev.atrium.demo.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Patient;

/** A health record system that launches the app for the patient whose record is open. Only its server has its secret. */
public final class EhrSite implements AutoCloseable {
    private static final int LONGEST_FORM = 10_000;

    private final Site site;
    private final LaunchRegistration registration;
    private final List<Organization> organizations;

    private EhrSite(int port, LaunchRegistration registration, List<Organization> organizations) throws IOException {
        this.site = new Site(port);
        this.registration = registration;
        this.organizations = List.copyOf(organizations);
    }

    /** Serves the health record system; people come back to the app from it at that address. */
    public static EhrSite start(int port, LaunchRegistration registration, List<Organization> organizations, URI app)
            throws IOException {
        var ehr = new EhrSite(port, registration, organizations);
        ObjectNode settings = new ObjectMapper().createObjectNode().put("app", app.toString());
        settings.set("bases", Organization.json(organizations));
        ehr.site
                .file("/", "ehr/index.html")
                .file("/ehr.js", "ehr/ehr.js")
                .file("/story.js", "story.js")
                .file("/style.css", "style.css")
                .file("/smart-style.json", "ehr/smart-style.json")
                .json("/config.json", "GET", exchange -> settings)
                .json("/patients", "GET", ehr::patients)
                .json("/launches", "POST", ehr::launch)
                .start();
        return ehr;
    }

    public URI address() {
        return site.address();
    }

    private JsonNode patients(HttpExchange exchange) {
        ArrayNode all = new ObjectMapper().createArrayNode();
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        for (Patient patient : organization(parameters(query)).records().all(Patient.class)) {
            all.addObject()
                    .put("id", patient.getIdElement().getIdPart())
                    .put(
                            "text",
                            patient.getNameFirstRep().getNameAsSingleString() + ", born "
                                    + patient.getBirthDateElement().getValueAsString());
        }
        return all;
    }

    private JsonNode launch(HttpExchange exchange) throws IOException {
        byte[] form = exchange.getRequestBody().readNBytes(LONGEST_FORM);
        Map<String, String> parameters = parameters(new String(form, StandardCharsets.UTF_8));
        URI base = organization(parameters).base();
        ObjectNode answer = new ObjectMapper().createObjectNode();
        ArrayNode steps = answer.putArray("steps");
        try {
            String address = registration.of(base, parameters.getOrDefault("patient", ""), steps);
            steps.addObject()
                    .put("title", "The system opens the app")
                    .put("explanation", "The address says where the records are, and carries the ticket.")
                    .put("request", "GET " + address);
            return answer.put("address", address);
        } catch (LaunchRegistration.Refused e) {
            return answer.put("error", e.getMessage());
        } catch (IOException e) {
            return answer.put("error", "The authorization server does not answer (" + e + "). Is it running?");
        }
    }

    private Organization organization(Map<String, String> parameters) {
        return organizations.stream()
                .filter(each -> each.alias().equals(parameters.get("base")))
                .findFirst()
                .orElse(organizations.get(0));
    }

    private static Map<String, String> parameters(String form) {
        return Arrays.stream(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1]), (first, second) -> first));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        site.close();
    }
}
