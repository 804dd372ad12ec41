package dev.atrium.core.fhir;

import dev.atrium.core.membership.ProfileType;
import dev.atrium.core.scope.ScopeSet;

/** Where the patient of a standalone launch comes from (SMART App Launch 2.2.0, "Launch context for standalone apps"). */
public enum PatientSource {
    /** The person is the patient. */
    OWN_RECORD,
    /** The one patient that the person's RelatedPerson resource names. */
    RELATED,
    /** The person chooses among those that they may see. */
    PICKED,
    /** The access policy does not allow to look for one. */
    NONE;

    /**
     * For whoever acts as this profile.
     *
     * @param ceiling what the access policy allows
     * @param fhirServer whether the project's FHIR server is known
     */
    public static PatientSource of(ProfileType profile, ScopeSet ceiling, boolean fhirServer) {
        return switch (profile) {
            case PATIENT -> OWN_RECORD;
            case RELATED_PERSON ->
                fhirServer && PersonalScopes.toReadRelatedPerson(ceiling).isPresent() ? RELATED : NONE;
            case PRACTITIONER, PRACTITIONER_ROLE, PERSON ->
                fhirServer && PersonalScopes.toFindPatients(ceiling).isPresent() ? PICKED : NONE;
        };
    }
}
