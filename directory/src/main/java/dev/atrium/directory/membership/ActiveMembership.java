package dev.atrium.directory.membership;

import dev.atrium.core.account.UserId;
import dev.atrium.core.launch.LaunchContext;
import dev.atrium.core.membership.Entitlement;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.directory.project.Project;
import dev.atrium.directory.project.Projects;
import dev.atrium.support.store.AtriumStoreProvider;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/**
 * A membership that may be used now, in its project: both are there and active, and it is the asking person's own.
 *
 * <p>Looked up once per request, however many claims ask for it.
 */
public record ActiveMembership(Membership membership, Project project) {
    private static final String REMEMBERED = ActiveMembership.class.getName() + ".";

    /** The person's membership with this id, read from the store unless this request has read it already. */
    public static Optional<ActiveMembership> find(KeycloakSession session, MembershipId id, UserId user) {
        return Optional.ofNullable(session.getAttribute(REMEMBERED + id.value(), ActiveMembership.class))
                .or(() -> read(session, id))
                .filter(found -> found.membership.active())
                .filter(found -> found.membership.user().equals(user));
    }

    /** This membership in its project, if the project is there; remembered for the rest of the request. */
    public static Optional<ActiveMembership> of(KeycloakSession session, Membership membership) {
        Optional<ActiveMembership> found = new Projects(session)
                .find(membership.project())
                .map(project -> new ActiveMembership(membership, project));
        found.ifPresent(
                active -> session.setAttribute(REMEMBERED + membership.id().value(), active));
        return found;
    }

    /**
     * What may be granted to it at most.
     *
     * @param launch what the app is launched with, if anything is known of it
     */
    public Entitlement entitlement(Optional<LaunchContext> launch) {
        return Entitlement.of(membership, project.fhirBaseUrl().isPresent(), launch);
    }

    private static Optional<ActiveMembership> read(KeycloakSession session, MembershipId id) {
        return session.getProvider(AtriumStoreProvider.class)
                .memberships(session.getContext().getRealm())
                .find(id)
                .flatMap(membership -> of(session, membership));
    }
}
