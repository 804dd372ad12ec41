package dev.atrium.authenticators.profile;

import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.membership.ProfileSearch;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.directory.project.Projects;
import dev.atrium.support.store.AtriumStoreProvider;
import java.util.Optional;
import java.util.Set;

/** Reads what a person typed to find a profile. */
final class ProfilesSearch {
    private static final int LONGEST = 100;

    private ProfilesSearch() {}

    static ProfileSearch of(StageContext context, String typed) {
        String text = typed.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return text.isEmpty()
                ? ProfileSearch.ALL
                : new ProfileSearch(
                        Optional.of(text), new Projects(context.session()).named(text, projectsOf(context)));
    }

    /** Only their own projects: the others of the realm are none of their business, and may be very many. */
    private static Set<ProjectId> projectsOf(StageContext context) {
        return context.session()
                .getProvider(AtriumStoreProvider.class)
                .profiles(context.session().getContext().getRealm())
                .projectsOf(context.userId());
    }
}
