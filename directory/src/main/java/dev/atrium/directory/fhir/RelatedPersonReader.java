package dev.atrium.directory.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.core.launch.FhirId;
import dev.atrium.core.membership.FhirBaseUrl;
import java.util.Optional;

/** Reads whom a relative is related to (FHIR R4, RelatedPerson). */
final class RelatedPersonReader {
    private RelatedPersonReader() {}

    /** Nothing if it is another resource, is no longer active or names no patient of this server. */
    static Optional<FhirId> patient(JsonNode json, FhirId id, FhirBaseUrl base) {
        boolean asked = json.path("resourceType").asText().equals("RelatedPerson")
                && json.path("id").asText().equals(id.value())
                && json.path("active").asBoolean(true);
        return asked ? References.patient(json.path("patient"), base) : Optional.empty();
    }
}
