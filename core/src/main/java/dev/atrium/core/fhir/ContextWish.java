package dev.atrium.core.fhir;

import dev.atrium.core.scope.LaunchScope;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeLevel;
import dev.atrium.core.scope.ScopeSet;
import java.util.Optional;

/**
 * What of a launch context a request needs (SMART App Launch 2.2.0, "Launch context").
 *
 * @param patient whether it needs a patient: it says so, or it would get {@code patient/} scopes, which imply one
 * @param isPatientNamed whether it says so
 * @param encounter whether it asks for an encounter
 */
public record ContextWish(boolean patient, boolean isPatientNamed, boolean encounter) {
    private static final String ENCOUNTER = "encounter";

    /**
     * Reads a request.
     *
     * @param ceiling the access policy: a patient for scopes that it does not allow would be of no use
     */
    public static ContextWish of(ScopeSet asked, ScopeSet ceiling) {
        boolean named = asked.scopes().stream().anyMatch(ContextWish::isPatient);
        boolean implied =
                !asked.filter(ContextWish::isOfPatient).narrowedTo(ceiling).isEmpty();
        return new ContextWish(named || implied, named, asked.scopes().stream().anyMatch(ContextWish::isEncounter));
    }

    private static boolean isPatient(Scope scope) {
        return scope instanceof LaunchScope launch && launch.isPatient();
    }

    private static boolean isEncounter(Scope scope) {
        return scope instanceof LaunchScope launch && launch.context().equals(Optional.of(ENCOUNTER));
    }

    private static boolean isOfPatient(Scope scope) {
        return scope.resource()
                .filter(resource -> resource.level() == ScopeLevel.PATIENT)
                .isPresent();
    }
}
