package dev.atrium.demo.fhir.smart;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.atrium.core.scope.Interaction;
import dev.atrium.core.scope.ResourceScope;
import dev.atrium.core.scope.ResourceType;
import dev.atrium.core.scope.ScopeLevel;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.core.search.SearchQuery;
import dev.atrium.demo.fhir.search.Criterion;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;

/**
 * What a token opens: its scopes, the patient in context, and who the person is. A scope is for one type and may name a search
 * that its resources must meet (SMART 2.2.0, scopes for requesting FHIR resources):
 *
 * <ul>
 *   <li>{@code patient/} opens the record of the token's {@code patient}, and nothing if there is none;
 *   <li>{@code user/} opens what the person may see: a clinician all records of the organization, a patient the own one. Who
 *       this is, {@code fhirUser} says, and without it the scope opens nothing;
 *   <li>{@code system/} opens all records.
 * </ul>
 */
public record Access(ScopeSet scopes, Optional<String> patient, Optional<IdType> fhirUser) {
    private static final String KEPT = Access.class.getName();

    private static final Set<String> CLINICIANS = Set.of("Practitioner", "PractitionerRole");

    static Access of(JWTClaimsSet claims) {
        return new Access(
                ScopeSet.parse(text(claims, "scope").orElse("")),
                text(claims, "patient"),
                text(claims, "fhirUser").map(IdType::new));
    }

    private static Optional<String> text(JWTClaimsSet claims, String name) {
        return Optional.ofNullable(claims.getClaim(name))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    void keepWith(RequestDetails request) {
        request.getUserData().put(KEPT, this);
    }

    /** What the request's token opens; there is none if nobody has looked at it, and then it opens nothing. */
    public static Access with(RequestDetails request) {
        Object kept = request.getUserData().get(KEPT);
        return kept instanceof Access access ? access : new Access(ScopeSet.EMPTY, Optional.empty(), Optional.empty());
    }

    /** Whether the token opens any resource of the type to this kind of request. */
    boolean allowsSome(Interaction interaction, String type) {
        return isForFhirUser(interaction, type)
                || scopes.resourceScopes().stream().anyMatch(scope -> concerns(scope, interaction, type));
    }

    /** Whether it opens every resource of the type, so that one it does not open cannot be there. */
    public boolean opensAll(Interaction interaction, String type) {
        return scopes.resourceScopes().stream()
                .anyMatch(scope -> concerns(scope, interaction, type)
                        && scope.query().isEmpty()
                        && (scope.level() == ScopeLevel.SYSTEM || (scope.level() == ScopeLevel.USER && isClinician())));
    }

    private boolean isClinician() {
        return fhirUser.filter(user -> CLINICIANS.contains(user.getResourceType()))
                .isPresent();
    }

    /** Whether it opens this one. */
    public boolean allows(Interaction interaction, IBaseResource resource) {
        String type = resource.fhirType();
        if (isForFhirUser(interaction, type) && isFhirUser(resource)) {
            return true;
        }
        for (ResourceScope scope : scopes.resourceScopes()) {
            if (concerns(scope, interaction, type)
                    && isOpen(scope.level(), resource)
                    && scope.query().stream().allMatch(query -> meets(resource, query))) {
                return true;
            }
        }
        return false;
    }

    private static boolean concerns(ResourceScope scope, Interaction interaction, String type) {
        return scope.interactions().contains(interaction)
                && scope.type().covers(new ResourceType(type))
                && scope.access().grants();
    }

    private boolean isOpen(ScopeLevel level, IBaseResource resource) {
        return switch (level) {
            case PATIENT ->
                patient.filter(id -> Compartment.of(id).holds(resource)).isPresent();
            case USER ->
                isClinician()
                        || fhirUser.filter(user -> isOpenToPatient(user, resource))
                                .isPresent();
            case SYSTEM -> true;
        };
    }

    private static boolean isOpenToPatient(IdType user, IBaseResource resource) {
        return "Patient".equals(user.getResourceType())
                && Compartment.of(user.getIdPart()).holds(resource);
    }

    /** The scope {@code fhirUser} lets an app read who signed in (SMART 2.2.0, scopes for requesting identity data). */
    private boolean isForFhirUser(Interaction interaction, String type) {
        return interaction == Interaction.READ
                && fhirUser.filter(user -> type.equals(user.getResourceType())).isPresent();
    }

    private boolean isFhirUser(IBaseResource resource) {
        return fhirUser.filter(
                        user -> user.getIdPart().equals(resource.getIdElement().getIdPart()))
                .isPresent();
    }

    private static boolean meets(IBaseResource resource, SearchQuery query) {
        return query.parameters().stream()
                .allMatch(parameter -> Criterion.find(resource.fhirType(), parameter.name())
                        .filter(criterion -> criterion.isMet(
                                resource, parameter.alternatives().keySet()))
                        .isPresent());
    }
}
