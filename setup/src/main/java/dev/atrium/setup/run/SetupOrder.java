package dev.atrium.setup.run;

import dev.atrium.setup.project.ClientOrder;
import dev.atrium.setup.project.MemberOrder;
import dev.atrium.setup.project.ProjectOrder;
import java.util.List;
import java.util.Optional;

/**
 * What a setup is asked for.
 *
 * @param scopes the SMART resource scopes for which to make client scopes
 * @param browserFlow false to leave how people sign in as it is
 * @param acceptLockOut true to go on although people could no longer sign in as they do now
 */
public record SetupOrder(
        List<String> scopes,
        boolean browserFlow,
        boolean acceptLockOut,
        Optional<ProjectOrder> project,
        Optional<ClientOrder> client,
        Optional<MemberOrder> member) {
    public SetupOrder {
        scopes = List.copyOf(scopes);
    }

    /** What is taken back has nothing to do with what is asked for now. */
    static final SetupOrder NOTHING =
            new SetupOrder(List.of(), false, false, Optional.empty(), Optional.empty(), Optional.empty());
}
