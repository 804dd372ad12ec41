package dev.atrium.authenticators.scopes;

import dev.atrium.authenticators.launch.PickedContext;
import dev.atrium.core.launch.LaunchContext;
import dev.atrium.core.membership.Membership;
import dev.atrium.directory.launch.EhrLaunchNote;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Whose health record an app asks for, as far as that is known.
 *
 * @param key message key
 * @param name of the person; empty where the message has none
 */
public record RecordTitle(String key, String name) {
    private static final RecordTitle OWN = new RecordTitle("atrium.profile.own", "");
    private static final RecordTitle OPENED = new RecordTitle("atrium.scopes.record.opened", "");
    private static final RecordTitle SOMEBODYS = new RecordTitle(ScopeTopic.PATIENT.titleKey(), "");

    /**
     * The name that the FHIR server has told; for a person's own record or a relative's, what it is labelled. Into which
     * record an EHR launches a relative, no label of theirs says: they may be the relative of several.
     */
    static RecordTitle of(AuthenticationSessionModel authSession, GrantableScopes grantable) {
        Membership membership = grantable.membership().membership();
        return PickedContext.patientName(authSession)
                .or(() -> isLabelled(membership, authSession) ? membership.label() : Optional.empty())
                .map(name -> new RecordTitle("atrium.scopes.record.of", name))
                .orElseGet(() -> nameless(membership, grantable.launch(), isLabelled(membership, authSession)));
    }

    private static RecordTitle nameless(Membership membership, Optional<LaunchContext> launch, boolean labelled) {
        if (membership.profile().isPatient()) {
            return OWN;
        }
        boolean opened = launch.flatMap(LaunchContext::patient).isPresent();
        return opened && !labelled ? OPENED : SOMEBODYS;
    }

    /** Whether the membership is for one record, and its label so says whose. */
    private static boolean isLabelled(Membership membership, AuthenticationSessionModel authSession) {
        return switch (membership.profile().type()) {
            case PATIENT -> true;
            case RELATED_PERSON ->
                EhrLaunchNote.NOTE
                        .in(authSession)
                        .flatMap(launch -> launch.context().patient())
                        .isEmpty();
            default -> false;
        };
    }
}
