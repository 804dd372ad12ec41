package dev.atrium.core.consent;

import dev.atrium.core.scope.ResourceType;
import java.util.List;
import java.util.Map;

/** What people tell apart in a health record: the resource types and categories of US Core. */
final class ScopePartition {
    static final List<String> TYPES = List.of(
            "Patient",
            "AllergyIntolerance",
            "Condition",
            "Observation",
            "DiagnosticReport",
            "MedicationRequest",
            "MedicationDispense",
            "Medication",
            "Immunization",
            "Procedure",
            "Device",
            "Encounter",
            "ServiceRequest",
            "CarePlan",
            "CareTeam",
            "Goal",
            "DocumentReference",
            "QuestionnaireResponse",
            "Specimen",
            "Coverage",
            "RelatedPerson",
            "Practitioner",
            "PractitionerRole",
            "Organization",
            "Location",
            "Provenance");

    private static final String CONDITION = "http://terminology.hl7.org/CodeSystem/condition-category|";
    private static final String CONDITION_OF_US_CORE = "http://hl7.org/fhir/us/core/CodeSystem/condition-category|";
    private static final String OBSERVATION = "http://terminology.hl7.org/CodeSystem/observation-category|";
    private static final String US_CORE = "http://hl7.org/fhir/us/core/CodeSystem/us-core-category|";

    private static final Map<String, List<String>> CATEGORIES = Map.of(
            "Condition",
            List.of(
                    CONDITION + "problem-list-item",
                    CONDITION + "encounter-diagnosis",
                    CONDITION_OF_US_CORE + "health-concern"),
            "Observation",
            List.of(
                    OBSERVATION + "laboratory",
                    OBSERVATION + "vital-signs",
                    OBSERVATION + "procedure",
                    OBSERVATION + "survey",
                    OBSERVATION + "social-history",
                    US_CORE + "sdoh"));

    private ScopePartition() {}

    /** As values of the search parameter {@code category}; none for types that are not divided. */
    static List<String> categories(ResourceType type) {
        return CATEGORIES.getOrDefault(type.name(), List.of());
    }
}
