package dev.atrium.core.membership;

/** Whether acting as a profile is of use to what an app asks for, and if not, why; what is nearest to it comes first. */
public enum ProfileFit {
    /** The app gets something of what it is about. */
    FITS,
    /** It would, if the FHIR server of the project were known. */
    NO_FHIR_SERVER,
    /** The access policy allows nothing of it, or not all of what the app always gets. */
    NOT_ALLOWED,
    /** It is about one patient, and the profile is none. */
    NO_PATIENT,
    /** The app is launched with the record of a patient, and the profile is another patient. */
    OTHER_PATIENT,
    /** The app wants to talk to another FHIR server than the project's. */
    OTHER_SERVER
}
