package dev.atrium.directory.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.core.fhir.EncounterRow;
import dev.atrium.core.launch.FhirId;
import dev.atrium.core.membership.FhirBaseUrl;
import java.util.Optional;
import java.util.function.Function;

/** Reads what tells an encounter from others (FHIR R4, Encounter). */
final class EncounterReader {
    private EncounterReader() {}

    /** Passes over what says it is of another patient, whatever was asked for. */
    static Function<JsonNode, Optional<EncounterRow>> of(FhirId patient, FhirBaseUrl base) {
        return encounter -> References.patient(encounter.path("subject"), base)
                .filter(patient::equals)
                .flatMap(own -> FhirId.parse(encounter.path("id").asText()))
                .map(id -> new EncounterRow(
                        id,
                        Words.of(encounter.path("period").path("start")),
                        kind(encounter),
                        Words.of(encounter.path("status"))));
    }

    private static String kind(JsonNode encounter) {
        String type = Words.ofConcept(encounter.path("type").path(0));
        return type.isEmpty() ? Words.of(encounter.path("class").path("display")) : type;
    }
}
