package dev.atrium.core.fhir;

import dev.atrium.core.scope.ScopeSet;
import java.util.Optional;

/** What a person may look up by themselves while they sign in: never more than their access policy allows. */
public final class PersonalScopes {
    private static final ScopeSet PATIENTS = ScopeSet.parse("user/Patient.rs");
    private static final ScopeSet RELATED_PERSON = ScopeSet.parse("user/RelatedPerson.r");
    private static final ScopeSet ENCOUNTERS = ScopeSet.parse("user/Encounter.rs");
    private static final ScopeSet ENCOUNTERS_OF_PATIENT = ScopeSet.parse("patient/Encounter.rs");

    private PersonalScopes() {}

    /** To find a patient; nothing where the policy does not allow both to search for one and to read it. */
    public static Optional<ScopeSet> toFindPatients(ScopeSet ceiling) {
        return within(ceiling, PATIENTS);
    }

    /** To read who a relative is related to. */
    public static Optional<ScopeSet> toReadRelatedPerson(ScopeSet ceiling) {
        return within(ceiling, RELATED_PERSON);
    }

    /** To find the encounters of a patient that is already known. */
    public static Optional<ScopeSet> toFindEncounters(ScopeSet ceiling) {
        return within(ceiling, ENCOUNTERS).or(() -> within(ceiling, ENCOUNTERS_OF_PATIENT));
    }

    private static Optional<ScopeSet> within(ScopeSet ceiling, ScopeSet wanted) {
        ScopeSet allowed = wanted.narrowedTo(ceiling);
        boolean enough = wanted.resourceScopes().stream()
                .allMatch(scope -> allowed.resourceScopes().stream()
                        .anyMatch(part -> part.interactions().covers(scope.interactions())));
        return enough ? Optional.of(allowed) : Optional.empty();
    }
}
