package dev.atrium.core.fhir;

import dev.atrium.core.launch.FhirId;

/**
 * As much of an Encounter as tells it from others of one patient.
 *
 * @param start when it began, as FHIR writes it; empty if the server does not say
 * @param kind what kind of visit, in the server's words; empty if it does not say
 * @param status a code of FHIR's encounter states; empty if there is none
 */
public record EncounterRow(FhirId id, String start, String kind, String status) {}
