package dev.atrium.authenticators.scopes;

import dev.atrium.authenticators.launch.PickedContext;
import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.launch.LaunchContext;
import dev.atrium.core.membership.Membership;
import java.util.Optional;

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

    /** The name that the FHIR server has told; for a person's own record or a relative's, what it is labelled. */
    static RecordTitle of(StageContext context, GrantableScopes grantable) {
        Membership membership = grantable.membership().membership();
        return PickedContext.patientName(context.authSession())
                .or(() -> ofPractitioner(membership) ? Optional.empty() : membership.label())
                .map(name -> new RecordTitle("atrium.scopes.record.of", name))
                .orElseGet(() -> nameless(membership, grantable.launch()));
    }

    private static RecordTitle nameless(Membership membership, Optional<LaunchContext> launch) {
        if (membership.profile().isPatient()) {
            return OWN;
        }
        boolean opened = launch.flatMap(LaunchContext::patient).isPresent();
        return opened && ofPractitioner(membership) ? OPENED : SOMEBODYS;
    }

    private static boolean ofPractitioner(Membership membership) {
        return switch (membership.profile().type()) {
            case PATIENT, RELATED_PERSON -> false;
            default -> true;
        };
    }
}
