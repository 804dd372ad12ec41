package dev.atrium.setup.run;

import dev.atrium.setup.change.Change;
import dev.atrium.setup.change.Draft;
import java.util.List;

/**
 * What a setup would do or has done, in sentences.
 *
 * @param remarks what it leaves, and what an administrator should know
 * @param obstacles because of what it does nothing
 */
public record Report(boolean dryRun, List<String> changes, List<String> remarks, List<String> obstacles) {
    private static final String NOTHING = "There is nothing to do: the realm is set up.";

    static Report planned(Draft draft) {
        return of(true, draft.changes().stream().map(Change::would).toList(), draft);
    }

    static Report done(Draft draft) {
        return of(false, draft.changes().stream().map(Change::did).toList(), draft);
    }

    private static Report of(boolean dryRun, List<String> sentences, Draft draft) {
        boolean nothing = sentences.isEmpty() && draft.obstacles().isEmpty();
        return new Report(dryRun, nothing ? List.of(NOTHING) : sentences, draft.remarks(), draft.obstacles());
    }
}
