package dev.atrium.directory.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.core.launch.FhirId;
import dev.atrium.core.membership.FhirBaseUrl;
import java.util.Optional;

/** Reads references to patients of the same server (FHIR R4, Reference). */
final class References {
    private static final String PATIENT = "Patient/";

    private References() {}

    /** Nothing for one that leads elsewhere, or says no more than a number or a name. */
    static Optional<FhirId> patient(JsonNode reference, FhirBaseUrl base) {
        String text = reference.path("reference").asText();
        String own = base.value() + "/";
        String relative = text.startsWith(own) ? text.substring(own.length()) : text;
        int history = relative.indexOf("/_history/");
        String plain = history < 0 ? relative : relative.substring(0, history);
        return plain.startsWith(PATIENT) ? FhirId.parse(plain.substring(PATIENT.length())) : Optional.empty();
    }
}
