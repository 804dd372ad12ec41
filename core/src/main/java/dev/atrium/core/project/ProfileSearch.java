package dev.atrium.core.project;

import java.util.Optional;
import java.util.Set;

/**
 * What a person looks for among their own profiles.
 *
 * @param text part of a label or profile, any case; empty for all
 * @param projects projects whose name matches the text; their memberships match too
 */
public record ProfileSearch(Optional<String> text, Set<ProjectId> projects) {
    public static final ProfileSearch ALL = new ProfileSearch(Optional.empty(), Set.of());

    public ProfileSearch {
        projects = Set.copyOf(projects);
    }
}
