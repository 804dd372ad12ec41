package dev.atrium.core.fhir;

import dev.atrium.core.launch.FhirId;
import java.util.Optional;

/**
 * As much of a Patient as tells two people of one name apart.
 *
 * @param name as one line; empty if the server has none
 * @param birthDate a year, a month or a day (FHIR R4, {@code date})
 * @param gender a code of FHIR's administrative genders; empty if there is none
 * @param deceased whether the server says that the patient has died (FHIR R4, {@code Patient.deceased[x]})
 * @param identifier the number of the medical record, if there is one, else another
 */
public record PatientRow(
        FhirId id, String name, String birthDate, String gender, boolean deceased, Optional<Identifier> identifier) {
    /** @param label what kind of number it is, in the server's words; empty if it does not say */
    public record Identifier(String label, String value) {}
}
