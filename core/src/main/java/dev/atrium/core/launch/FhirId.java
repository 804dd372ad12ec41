package dev.atrium.core.launch;

import java.util.Optional;
import java.util.regex.Pattern;

/** The id of a FHIR resource, without its type: {@code 123}, never {@code Patient/123} (FHIR R4, datatype id). */
public record FhirId(String value) {
    private static final Pattern FHIR_ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    public FhirId {
        if (!FHIR_ID.matcher(value).matches()) {
            throw new IllegalArgumentException("not a FHIR id");
        }
    }

    public static Optional<FhirId> parse(String text) {
        return FHIR_ID.matcher(text).matches() ? Optional.of(new FhirId(text)) : Optional.empty();
    }
}
