package dev.atrium.core.membership;

import java.util.Optional;
import java.util.Set;

/**
 * What is looked for among a person's own profiles.
 *
 * @param text part of a label or profile, any case; empty for all
 * @param projects projects whose name matches the text; their memberships match too
 * @param policies narrows to those with one of these; empty for all
 */
public record ProfileSearch(Optional<String> text, Set<ProjectId> projects, Optional<FittingPolicies> policies) {
    public static final ProfileSearch ALL = new ProfileSearch(Optional.empty(), Set.of());

    public ProfileSearch {
        projects = Set.copyOf(projects);
    }

    public ProfileSearch(Optional<String> text, Set<ProjectId> projects) {
        this(text, projects, Optional.empty());
    }

    /** The same, among profiles with these policies only. */
    public ProfileSearch with(FittingPolicies fitting) {
        return new ProfileSearch(text, projects, Optional.of(fitting));
    }
}
