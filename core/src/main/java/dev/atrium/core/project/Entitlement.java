package dev.atrium.core.project;

import dev.atrium.core.scope.LaunchScope;
import dev.atrium.core.scope.ResourceScope;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeKind;
import dev.atrium.core.scope.ScopeLevel;
import dev.atrium.core.scope.ScopeSet;

/**
 * What a person may be granted at most, as one profile in one project.
 *
 * @param ceiling the access policy's scopes
 * @param patientInContext whether a patient is known whom {@code patient/} scopes can be about
 * @param fhirServer whether the project's FHIR server is known, so that a token can be meant for it
 */
public record Entitlement(ScopeSet ceiling, boolean patientInContext, boolean fhirServer) {
    private static final String FHIR_USER = "fhirUser";
    private static final String LAUNCH_PATIENT = "launch/patient";

    /** Until a patient can be picked, only a Patient brings one. */
    public static Entitlement of(Membership membership, boolean fhirServer) {
        return new Entitlement(
                membership.policy().ceiling(), membership.profile().isPatient(), fhirServer);
    }

    /**
     * The part of a request that this person may be granted: scopes that name no resources first, each part in the
     * order of the request.
     *
     * <p>{@code patient/} needs a patient in context (SMART App Launch 2.2.0, "Scopes for requesting FHIR Resources");
     * {@code system/} is never a person's. Scopes that have nothing to do with FHIR pass.
     */
    public ScopeSet allow(ScopeSet requested) {
        ScopeSet possible = requested.filter(this::isPossible);
        return possible.filter(scope -> scope.kind() != ScopeKind.RESOURCE)
                .plus(possible.filter(scope -> scope.kind() == ScopeKind.RESOURCE)
                        .narrowedTo(ceiling));
    }

    private boolean isPossible(Scope scope) {
        if (scope instanceof ResourceScope resource) {
            return fhirServer && isOfAPerson(resource.level());
        }
        if (scope instanceof LaunchScope) {
            return patientInContext && scope.text().equals(LAUNCH_PATIENT);
        }
        return scope.text().equals(FHIR_USER) ? fhirServer : !scope.concernsFhir();
    }

    private boolean isOfAPerson(ScopeLevel level) {
        return level == ScopeLevel.USER || (level == ScopeLevel.PATIENT && patientInContext);
    }
}
