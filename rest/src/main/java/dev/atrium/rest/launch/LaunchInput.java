package dev.atrium.rest.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.core.launch.InvalidLaunchContext;
import dev.atrium.core.launch.LaunchContext;
import dev.atrium.core.membership.FhirBaseUrl;
import dev.atrium.http.error.Refused;
import dev.atrium.http.request.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.util.JsonSerialization;

/**
 * What an EHR sends to register a launch.
 *
 * @param clientId of the app
 * @param server the FHIR server, which the app is told as {@code iss}
 * @param user by id, user name or proved e-mail address
 */
record LaunchInput(String clientId, FhirBaseUrl server, Optional<String> user, LaunchContext context) {
    static final String CLIENT_ID = "client_id";
    static final String ISS = "iss";
    static final String USER = "user";
    private static final String CONTEXT = "context";
    private static final int LONGEST = 255;
    private static final int LONGEST_URL = 1_000;

    static LaunchInput read(ObjectNode json) {
        Fields fields = new Fields(json, Set.of(CLIENT_ID, ISS, USER, CONTEXT));
        return new LaunchInput(
                fields.line(CLIENT_ID, LONGEST).orElseThrow(() -> Fields.missing(CLIENT_ID)),
                FhirBaseUrl.parse(fields.line(ISS, LONGEST_URL).orElseThrow(() -> Fields.missing(ISS)))
                        .orElseThrow(() ->
                                Refused.field(ISS, "Must be a FHIR base URL, such as https://fhir.example.org/r4.")),
                fields.line(USER, LONGEST),
                context(json.path(CONTEXT)));
    }

    private static LaunchContext context(JsonNode context) {
        if (context.isMissingNode() || context.isNull()) {
            return LaunchContext.EMPTY;
        }
        if (!context.isObject()) {
            throw Refused.field(CONTEXT, "Must be an object, such as {\"patient\": \"123\"}.");
        }
        try {
            return LaunchContext.of(JsonSerialization.mapper.convertValue(context, Map.class));
        } catch (InvalidLaunchContext fault) {
            throw Refused.field(CONTEXT, fault.sentence() + ".");
        }
    }
}
