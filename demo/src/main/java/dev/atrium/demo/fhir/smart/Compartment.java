package dev.atrium.demo.fhir.smart;

import dev.atrium.demo.fhir.search.R4;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;

/**
 * The record of one patient: what FHIR puts into the Patient compartment (FHIR R4, CompartmentDefinition patient), and the
 * directory that it refers to. Who works where is nobody's health record, and an app cannot show an observation without it.
 */
record Compartment(IdType patient) {
    private static final Set<String> DIRECTORY = Set.of("Practitioner", "PractitionerRole", "Organization", "Location");

    static Compartment of(String patientId) {
        return new Compartment(new IdType("Patient", patientId));
    }

    boolean holds(IBaseResource resource) {
        return DIRECTORY.contains(resource.fhirType())
                || R4.context().newTerser().isSourceInCompartmentForTarget("Patient", resource, patient);
    }
}
