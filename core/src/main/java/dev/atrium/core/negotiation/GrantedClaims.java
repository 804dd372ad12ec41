package dev.atrium.core.negotiation;

import dev.atrium.core.scope.LaunchScope;
import dev.atrium.core.scope.NamedScope;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeLevel;
import dev.atrium.core.scope.ScopeSet;

/**
 * What the scopes of a grant let a token, userinfo and introspection tell of the person. They hold for all of these
 * alike: what was not granted is told nowhere.
 */
public record GrantedClaims(ScopeSet granted) {
    /** The client scope by which a client asks for the project without asking for FHIR data. */
    public static final String PROJECT_SCOPE = "project";

    /** The FHIR resource the person acts as. */
    public boolean fhirUser() {
        return granted.scopes().stream().anyMatch(NamedScope.Name.FHIR_USER::names);
    }

    /**
     * The patient in context, without whom nobody could tell what {@code patient/} scopes are about, and what else the
     * app is launched with: a refresh for a part of the scopes still needs it.
     */
    public boolean launchContext() {
        return granted.scopes().stream().anyMatch(GrantedClaims::needsContext);
    }

    /** The project, whose FHIR server all FHIR data is in. */
    public boolean project() {
        return granted.contains(PROJECT_SCOPE) || granted.scopes().stream().anyMatch(Scope::concernsFhir);
    }

    /** The type and id of the FHIR resource the person acts as. */
    public boolean profile() {
        return granted.contains(PROJECT_SCOPE) || fhirUser();
    }

    private static boolean needsContext(Scope scope) {
        return scope instanceof LaunchScope
                || scope.resource()
                        .filter(resource -> resource.level() == ScopeLevel.PATIENT)
                        .isPresent();
    }
}
