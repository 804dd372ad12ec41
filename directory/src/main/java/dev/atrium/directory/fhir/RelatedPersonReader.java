package dev.atrium.directory.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.core.fhir.PatientRow;
import dev.atrium.core.launch.FhirId;
import dev.atrium.core.membership.FhirBaseUrl;
import java.util.Optional;

/** Reads whom a relative is related to (FHIR R4, RelatedPerson). */
final class RelatedPersonReader {
    private RelatedPersonReader() {}

    /**
     * The patient, by the name that the reference itself brings along, if any; nothing if it is another resource, is no
     * longer active or names no patient of this server.
     */
    static Optional<PatientRow> patient(JsonNode json, FhirId id, FhirBaseUrl base) {
        boolean asked = json.path("resourceType").asText().equals("RelatedPerson")
                && json.path("id").asText().equals(id.value())
                && json.path("active").asBoolean(true);
        JsonNode patient = json.path("patient");
        return asked
                ? References.patient(patient, base)
                        .map(found -> new PatientRow(
                                found, Words.of(patient.path("display")), "", "", false, Optional.empty()))
                : Optional.empty();
    }
}
