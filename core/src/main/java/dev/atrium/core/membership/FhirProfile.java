package dev.atrium.core.membership;

import dev.atrium.core.launch.LaunchContext;
import java.util.Optional;
import java.util.regex.Pattern;

/** The FHIR resource a person acts as in a project, e.g. {@code Practitioner/123}. */
public record FhirProfile(ProfileType type, String id) {
    private static final Pattern FHIR_ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    public FhirProfile {
        if (!FHIR_ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not a FHIR id");
        }
    }

    /** Reads a relative reference such as {@code Patient/7}; empty for anything else. */
    public static Optional<FhirProfile> parse(String reference) {
        int slash = reference.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String id = reference.substring(slash + 1);
        return FHIR_ID.matcher(id).matches()
                ? ProfileType.parse(reference.substring(0, slash)).map(type -> new FhirProfile(type, id))
                : Optional.empty();
    }

    public boolean isPatient() {
        return type == ProfileType.PATIENT;
    }

    /** Whether this is a patient, and the launch is about another: nobody is launched into somebody else's record so. */
    public boolean isKeptFrom(LaunchContext launch) {
        return isPatient()
                && launch.patient().filter(other -> !other.value().equals(id)).isPresent();
    }

    /** The relative reference, e.g. {@code Practitioner/123}. */
    public String reference() {
        return type.resourceType() + "/" + id;
    }
}
