package dev.atrium.core.membership;

import java.util.Arrays;
import java.util.Optional;

/** The FHIR resource types that can stand for a person who signs in (SMART App Launch 2.2.0, `fhirUser`). */
public enum ProfileType {
    PRACTITIONER("Practitioner"),
    PRACTITIONER_ROLE("PractitionerRole"),
    PATIENT("Patient"),
    RELATED_PERSON("RelatedPerson"),
    PERSON("Person");

    private final String resourceType;

    ProfileType(String resourceType) {
        this.resourceType = resourceType;
    }

    public static Optional<ProfileType> parse(String resourceType) {
        return Arrays.stream(values())
                .filter(type -> type.resourceType.equals(resourceType))
                .findFirst();
    }

    /** The name as FHIR writes it. */
    public String resourceType() {
        return resourceType;
    }
}
