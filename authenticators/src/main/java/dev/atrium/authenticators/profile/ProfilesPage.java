package dev.atrium.authenticators.profile;

import dev.atrium.authenticators.stage.ClientName;
import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.ProfileType;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.directory.membership.ActiveMembership;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the profile page shows.
 *
 * @param titleKey message key of what is asked, by the kinds of profiles there are
 * @param groups the profiles to choose from, those used last first; by project where they are many
 * @param more whether there are more than are shown
 * @param searchable whether to offer a search
 * @param search what was searched for, empty if nothing
 */
public record ProfilesPage(
        String clientName, String titleKey, List<Group> groups, boolean more, boolean searchable, String search) {
    /** From as many on, there is a search, and they stand by project. */
    static final int MANY = 8;

    private static final Set<ProfileType> RECORDS = Set.of(ProfileType.PATIENT, ProfileType.RELATED_PERSON);
    private static final Set<ProfileType> WORK = Set.of(ProfileType.PRACTITIONER, ProfileType.PRACTITIONER_ROLE);
    private static final String TYPE = "atrium.profile.type.";
    private static final Map<ProfileType, String> RECORD_KEYS =
            Map.of(ProfileType.PATIENT, "atrium.profile.own", ProfileType.RELATED_PERSON, "atrium.profile.close");

    /** @param project what the rows have in common; empty if they do not stand by project */
    public record Group(String project, List<Row> rows) {}

    /**
     * One profile.
     *
     * @param kindKey message key of what it is called where it has no label
     * @param typeKey message key of the kind of profile
     * @param label empty if it has none
     * @param last whether it is the one used last
     */
    public record Row(String id, String project, String kindKey, String typeKey, String label, boolean last) {}

    static ProfilesPage of(StageContext context, List<Membership> found, int most, String search) {
        List<Membership> shown = found.subList(0, Math.min(found.size(), most));
        boolean more = found.size() > most;
        boolean many = shown.size() >= MANY;
        return new ProfilesPage(
                ClientName.of(context.authSession().getClient()),
                titleKey(shown),
                many ? byProject(context, shown) : together(context, shown),
                more,
                many || more || !search.isEmpty(),
                search);
    }

    private static String titleKey(List<Membership> shown) {
        if (shown.isEmpty()) {
            return "atrium.profile.title";
        }
        return areAll(shown, RECORDS)
                ? "atrium.profile.records"
                : areAll(shown, WORK) ? "atrium.profile.work" : "atrium.profile.title";
    }

    private static boolean areAll(List<Membership> shown, Set<ProfileType> types) {
        return shown.stream()
                .allMatch(membership -> types.contains(membership.profile().type()));
    }

    private static List<Group> together(StageContext context, List<Membership> shown) {
        return shown.isEmpty() ? List.of() : List.of(new Group("", rows(context, shown, shown.get(0))));
    }

    /** Projects in the order in which they were used last. */
    private static List<Group> byProject(StageContext context, List<Membership> shown) {
        Map<ProjectId, List<Membership>> projects = new LinkedHashMap<>();
        shown.forEach(membership -> projects.computeIfAbsent(membership.project(), id -> new ArrayList<>())
                .add(membership));
        return projects.values().stream()
                .map(of -> new Group(project(context, of.get(0)), rows(context, of, shown.get(0))))
                .toList();
    }

    private static List<Row> rows(StageContext context, List<Membership> memberships, Membership first) {
        return memberships.stream()
                .map(membership -> row(context, membership, membership.equals(first)))
                .toList();
    }

    private static Row row(StageContext context, Membership membership, boolean first) {
        ProfileType type = membership.profile().type();
        String typeKey = TYPE + type.resourceType();
        return new Row(
                membership.id().value(),
                project(context, membership),
                RECORD_KEYS.getOrDefault(type, typeKey),
                typeKey,
                membership.label().orElse(""),
                first && membership.lastUsed().isPresent());
    }

    private static String project(StageContext context, Membership membership) {
        return ActiveMembership.of(context.session(), membership)
                .map(active -> active.project().name())
                .orElse("");
    }
}
