package dev.atrium.core.membership;

import dev.atrium.core.launch.LaunchContext;
import dev.atrium.core.negotiation.GrantKind;
import dev.atrium.core.negotiation.ScopeNegotiation;
import dev.atrium.core.scope.LaunchScope;
import dev.atrium.core.scope.NamedScope;
import dev.atrium.core.scope.ResourceScope;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeKind;
import dev.atrium.core.scope.ScopeLevel;
import dev.atrium.core.scope.ScopeSet;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a person may be granted at most, as one profile in one project.
 *
 * @param ceiling the access policy's scopes
 * @param patientInContext whether a patient is known whom {@code patient/} scopes can be about
 * @param fhirServer whether the project's FHIR server is known, so that a token can be meant for it
 * @param launch what the app is launched with, if anything is known of it
 */
public record Entitlement(
        ScopeSet ceiling, boolean patientInContext, boolean fhirServer, Optional<LaunchContext> launch) {
    /** Where nothing is known of a launch. */
    public Entitlement(ScopeSet ceiling, boolean patientInContext, boolean fhirServer) {
        this(ceiling, patientInContext, fhirServer, Optional.empty());
    }

    /** A Patient brings a patient, and nobody else's record can be given to one: a launch with another does not count. */
    public static Entitlement of(Membership membership, boolean fhirServer, Optional<LaunchContext> launch) {
        ScopeSet ceiling = membership.policy().ceiling();
        FhirProfile profile = membership.profile();
        if (launch.filter(profile::isKeptFrom).isPresent()) {
            return new Entitlement(ceiling, false, fhirServer);
        }
        boolean patient =
                profile.isPatient() || launch.flatMap(LaunchContext::patient).isPresent();
        return new Entitlement(ceiling, patient, fhirServer, launch);
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
        return ordinary.plus(new ScopeNegotiation(possible, byName.plus(ceiling), GrantKind.AUTHORIZATION_CODE)
                .decide()
                .granted());
    }

    /**
     * Whether acting so is of use to a request: it gets some of the data it asks for; if it asks for none, the patient;
     * if not for that either, who the person is.
     *
     * @param always whether Keycloak grants a scope with every request, so that it cannot be narrowed
     */
    public ProfileFit fit(ScopeSet requested, Predicate<? super Scope> always) {
        if (isOfUse(requested, always)) {
            return ProfileFit.FITS;
        }
        if (!fhirServer && new Entitlement(ceiling, patientInContext, true, launch).isOfUse(requested, always)) {
            return ProfileFit.NO_FHIR_SERVER;
        }
        boolean patient = requested.scopes().stream().anyMatch(Entitlement::needsPatient);
        return patient && !patientInContext ? ProfileFit.NO_PATIENT : ProfileFit.NOT_ALLOWED;
    }

    private boolean isOfUse(ScopeSet requested, Predicate<? super Scope> always) {
        ScopeSet allowed = allow(requested);
        boolean keepsAlways = requested.filter(always).filter(Scope::concernsFhir).scopes().stream()
                .allMatch(scope -> allowed.contains(scope.text()));
        return keepsAlways
                && matter(requested)
                        .map(matter -> allowed.scopes().stream().anyMatch(matter))
                        .orElse(true);
    }

    /** What a request is about, of which it needs something; {@code fhirUser} is a claim of the ID token. */
    private static Optional<Predicate<Scope>> matter(ScopeSet requested) {
        boolean idToken = requested.scopes().stream().anyMatch(NamedScope.Name.OPENID::names);
        return Stream.<Predicate<Scope>>of(
                        scope -> scope instanceof ResourceScope,
                        Entitlement::isLaunchPatient,
                        scope -> idToken && NamedScope.Name.FHIR_USER.names(scope))
                .filter(matter -> requested.scopes().stream().anyMatch(matter))
                .findFirst();
    }

    private static boolean needsPatient(Scope scope) {
        return isLaunchPatient(scope)
                || (scope instanceof ResourceScope resource && resource.level() == ScopeLevel.PATIENT);
    }

    private static boolean isLaunchPatient(Scope scope) {
        return scope instanceof LaunchScope launch && launch.isPatient();
    }

    /** A client scope of Keycloak's, such as {@code email}: SMART says nothing of it. */
    private static boolean isOrdinary(Scope scope) {
        return scope.kind() == ScopeKind.UNREADABLE && !scope.concernsFhir();
    }

    private boolean isPossible(Scope scope) {
        if (scope instanceof ResourceScope resource) {
            return fhirServer && isOfAPerson(resource.level());
        }
        if (scope instanceof LaunchScope asked) {
            return isLaunchPatient(asked)
                    ? patientInContext
                    : launch.filter(context -> context.answers(asked)).isPresent();
        }
        return NamedScope.Name.FHIR_USER.names(scope) ? fhirServer : !scope.concernsFhir();
    }

    private boolean isOfAPerson(ScopeLevel level) {
        return level == ScopeLevel.USER || (level == ScopeLevel.PATIENT && patientInContext);
    }
}
