package dev.atrium.authenticators.profile;

import dev.atrium.core.project.ProfileSearch;
import dev.atrium.support.project.Projects;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Reads what a person typed to find a profile. */
final class ProfilesSearch {
    private static final int LONGEST = 100;

    private ProfilesSearch() {}

    static ProfileSearch of(KeycloakSession session, String typed) {
        String text = typed.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return text.isEmpty()
                ? ProfileSearch.ALL
                : new ProfileSearch(Optional.of(text), new Projects(session).named(text));
    }
}
