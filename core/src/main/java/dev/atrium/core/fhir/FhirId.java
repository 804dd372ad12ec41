package dev.atrium.core.fhir;

import java.util.Optional;
import java.util.regex.Pattern;

/** The logical id of a resource, without its type: {@code 123}, not {@code Patient/123} (FHIR R4, {@code id}). */
public record FhirId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    public FhirId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a FHIR id");
        }
    }

    public static Optional<FhirId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new FhirId(text)) : Optional.empty();
    }
}
