package dev.atrium.directory.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.core.account.FullName;
import dev.atrium.core.fhir.PatientRow;
import dev.atrium.core.launch.FhirId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads what tells a patient from others (FHIR R4, Patient). */
final class PatientReader {
    /** The name that a person goes by comes first; one that they no longer have, last. */
    private static final List<String> USES =
            List.of("official", "usual", "", "temp", "nickname", "anonymous", "maiden", "old");

    private static final String MEDICAL_RECORD = "MR";

    private PatientReader() {}

    /** Nothing for a patient without an id, whom nobody could choose. */
    static Optional<PatientRow> row(JsonNode patient) {
        return FhirId.parse(patient.path("id").asText())
                .map(id -> new PatientRow(
                        id,
                        name(patient.path("name")),
                        Words.of(patient.path("birthDate")),
                        Words.of(patient.path("gender")),
                        isDeceased(patient),
                        identifier(patient.path("identifier"))));
    }

    private static boolean isDeceased(JsonNode patient) {
        return patient.path("deceasedBoolean").asBoolean()
                || !Words.of(patient.path("deceasedDateTime")).isEmpty();
    }

    private static String name(JsonNode names) {
        return elements(names)
                .sorted(Comparator.comparingInt(name -> place(name.path("use").asText())))
                .map(PatientReader::line)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static int place(String use) {
        int place = USES.indexOf(use);
        return place < 0 ? USES.size() : place;
    }

    private static String line(JsonNode name) {
        String text = Words.of(name.path("text"));
        if (!text.isEmpty()) {
            return text;
        }
        String given = elements(name.path("given"))
                .map(Words::of)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return FullName.of(given, Words.of(name.path("family")))
                .map(Words::oneLine)
                .orElse("");
    }

    private static Optional<PatientRow.Identifier> identifier(JsonNode identifiers) {
        return elements(identifiers)
                .filter(identifier -> !Words.of(identifier.path("value")).isEmpty())
                .min(Comparator.comparing(identifier -> !isMedicalRecord(identifier)))
                .map(identifier -> new PatientRow.Identifier(
                        Words.ofConcept(identifier.path("type")), Words.of(identifier.path("value"))));
    }

    private static boolean isMedicalRecord(JsonNode identifier) {
        return elements(identifier.path("type").path("coding"))
                .anyMatch(coding -> coding.path("code").asText().equals(MEDICAL_RECORD));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return array.isArray() ? StreamSupport.stream(array.spliterator(), false) : Stream.empty();
    }
}
