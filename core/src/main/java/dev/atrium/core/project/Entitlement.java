package dev.atrium.core.project;

import dev.atrium.core.scope.GrantKind;
import dev.atrium.core.scope.LaunchScope;
import dev.atrium.core.scope.NamedScope;
import dev.atrium.core.scope.ResourceScope;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeKind;
import dev.atrium.core.scope.ScopeLevel;
import dev.atrium.core.scope.ScopeNegotiation;
import dev.atrium.core.scope.ScopeSet;
import java.util.Optional;

/**
 * What a person may be granted at most, as one profile in one project.
 *
 * @param ceiling the access policy's scopes
 * @param patientInContext whether a patient is known whom {@code patient/} scopes can be about
 * @param fhirServer whether the project's FHIR server is known, so that a token can be meant for it
 */
public record Entitlement(ScopeSet ceiling, boolean patientInContext, boolean fhirServer) {
    private static final String LAUNCH_PATIENT = "launch/patient";

    /** Until a patient can be picked, only a Patient brings one. */
    public static Entitlement of(Membership membership, boolean fhirServer) {
        return new Entitlement(
                membership.policy().ceiling(), membership.profile().isPatient(), fhirServer);
    }

    /**
     * The part of a request that this person may be granted: Keycloak's own scopes first, each part in the order of
     * the request.
     *
     * <p>{@code patient/} needs a patient in context (SMART App Launch 2.2.0, "Scopes for requesting FHIR Resources");
     * {@code system/} is never a person's. Scopes that have nothing to do with FHIR pass.
     */
    public ScopeSet allow(ScopeSet requested) {
        ScopeSet ordinary = requested.filter(Entitlement::isOrdinary);
        ScopeSet possible = requested.without(Entitlement::isOrdinary).filter(this::isPossible);
        ScopeSet byName = possible.filter(scope -> scope.kind() != ScopeKind.RESOURCE);
        return ordinary.plus(
                new ScopeNegotiation(possible, byName.plus(ceiling), Optional.empty(), GrantKind.AUTHORIZATION_CODE)
                        .decide()
                        .granted());
    }

    /** A client scope of Keycloak's, such as {@code email}: SMART says nothing of it. */
    private static boolean isOrdinary(Scope scope) {
        return scope.kind() == ScopeKind.UNREADABLE && !scope.concernsFhir();
    }

    private boolean isPossible(Scope scope) {
        if (scope instanceof ResourceScope resource) {
            return fhirServer && isOfAPerson(resource.level());
        }
        if (scope instanceof LaunchScope) {
            return patientInContext && scope.text().equals(LAUNCH_PATIENT);
        }
        return NamedScope.Name.FHIR_USER.names(scope) ? fhirServer : !scope.concernsFhir();
    }

    private boolean isOfAPerson(ScopeLevel level) {
        return level == ScopeLevel.USER || (level == ScopeLevel.PATIENT && patientInContext);
    }
}
