package dev.atrium.core.fhir;

/** Why a FHIR server told nothing. */
public enum SearchFailure {
    /** It knows none. */
    NOBODY,
    /** It did not answer in time. */
    SLOW,
    /** It cannot be reached, or says itself that it does not work. */
    DOWN,
    /** It does not accept the person's authority. */
    REFUSED,
    /** It answered what no FHIR server answers to this: a web page, broken JSON, no Bundle. */
    UNREADABLE
}
