package dev.atrium.setup.project;

import dev.atrium.core.invitation.InvitationFilter;
import dev.atrium.core.invitation.InvitationState;
import dev.atrium.core.mail.MailTemplateFilter;
import dev.atrium.core.membership.MembershipFilter;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.membership.ProjectReference;
import dev.atrium.directory.component.ComponentProject;
import dev.atrium.support.store.AtriumStoreProvider;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** What would go with a project if it were removed. */
record ProjectContent(AtriumStoreProvider stores, RealmModel realm, Clock clock) {
    /** The first kind of it, as a plural; nothing for a project that can be removed. */
    Optional<String> of(ProjectId project) {
        Optional<ProjectId> here = Optional.of(project);
        MembershipFilter members = new MembershipFilter(here, Optional.empty(), Optional.empty(), Optional.empty());
        if (stores.memberships(realm).count(members, 1) > 0) {
            return Optional.of("members");
        }
        InvitationFilter invitations =
                new InvitationFilter(here, Optional.empty(), Optional.of(InvitationState.PENDING), clock.instant());
        if (stores.invitations(realm).count(invitations, 1) > 0) {
            return Optional.of("pending invitations");
        }
        if (stores.mailTemplates(realm).count(new MailTemplateFilter(here, Optional.empty())) > 0) {
            return Optional.of("mail templates");
        }
        boolean components = realm.getComponentsStream()
                .flatMap(component -> ComponentProject.of(component).stream())
                .map(ProjectReference::id)
                .anyMatch(project::equals);
        return components ? Optional.of("webhooks or hooks") : Optional.empty();
    }
}
