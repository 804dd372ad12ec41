package dev.atrium.authenticators.profile;

import dev.atrium.authenticators.stage.ClientName;
import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.membership.Membership;
import dev.atrium.directory.membership.ActiveMembership;
import java.util.List;

/**
 * What the profile page shows.
 *
 * @param rows the profiles to choose from, the one used last first
 * @param more whether there are more than are shown
 * @param searchable whether to offer a search
 * @param search what was searched for, empty if nothing
 */
public record ProfilesPage(String clientName, List<Row> rows, boolean more, boolean searchable, String search) {
    /**
     * One profile.
     *
     * @param typeKey message key of the kind of profile
     * @param label empty if it has none
     */
    public record Row(String id, String project, String typeKey, String label, boolean preselected) {}

    static ProfilesPage of(StageContext context, List<Membership> found, int most, String search) {
        List<Membership> shown = found.subList(0, Math.min(found.size(), most));
        boolean more = found.size() > most;
        return new ProfilesPage(
                ClientName.of(context.authSession().getClient()),
                shown.stream()
                        .map(membership -> row(context, membership, membership.equals(shown.get(0))))
                        .toList(),
                more,
                more || !search.isEmpty(),
                search);
    }

    private static Row row(StageContext context, Membership membership, boolean first) {
        return new Row(
                membership.id().value(),
                ActiveMembership.of(context.session(), membership)
                        .map(active -> active.project().name())
                        .orElse(""),
                "atrium.profile.type." + membership.profile().type().resourceType(),
                membership.label().orElse(""),
                first);
    }
}
