package dev.atrium.authenticators.patient;

import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.fhir.PatientRow;
import java.util.List;
import java.util.Set;

/** Patients as the page shows them. */
record PatientRows(StageContext context) {
    private static final Set<String> GENDERS = Set.of("male", "female", "other", "unknown");

    List<PatientPage.Row> of(List<PatientRow> patients) {
        LocalDates dates = LocalDates.of(context);
        return patients.stream()
                .map(patient -> new PatientPage.Row(
                        patient.id().value(),
                        patient.name(),
                        dates.day(patient.birthDate()),
                        GENDERS.contains(patient.gender()) ? "atrium.patient.gender." + patient.gender() : "",
                        patient.deceased(),
                        patient.identifier().map(PatientRows::text).orElse("")))
                .toList();
    }

    private static String text(PatientRow.Identifier identifier) {
        return identifier.label().isEmpty() ? identifier.value() : identifier.label() + ": " + identifier.value();
    }
}
