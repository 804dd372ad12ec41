package dev.atrium.authenticators.profile;

import dev.atrium.authenticators.stage.Turn;
import dev.atrium.core.project.ProfileSearch;
import dev.atrium.core.project.ProjectId;
import dev.atrium.support.project.Projects;
import dev.atrium.support.store.AtriumStoreProvider;
import java.util.Optional;
import java.util.Set;

/** Reads what a person typed to find a profile. */
final class ProfilesSearch {
    private static final int LONGEST = 100;

    private ProfilesSearch() {}

    static ProfileSearch of(Turn turn, String typed) {
        String text = typed.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return text.isEmpty()
                ? ProfileSearch.ALL
                : new ProfileSearch(Optional.of(text), new Projects(turn.session()).named(text, projectsOf(turn)));
    }

    /** Only their own projects: the others of the realm are none of their business, and may be very many. */
    private static Set<ProjectId> projectsOf(Turn turn) {
        return turn.session()
                .getProvider(AtriumStoreProvider.class)
                .profiles(turn.session().getContext().getRealm())
                .projectsOf(turn.userId());
    }
}
