package dev.atrium.eventlisteners.mail;

import dev.atrium.core.membership.FhirProfile;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipFilter;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.directory.account.UsableCredentials;
import dev.atrium.directory.project.Project;
import dev.atrium.directory.project.Projects;
import dev.atrium.invitations.link.Landing;
import dev.atrium.invitations.service.InvitedMembership;
import dev.atrium.mail.compose.MailVariables;
import dev.atrium.mail.compose.Recipient;
import dev.atrium.mail.language.MailMessages;
import dev.atrium.mail.language.MailTimes;
import dev.atrium.outbox.message.MailKind;
import dev.atrium.outbox.message.MailOccasion;
import dev.atrium.support.event.MailSuppression;
import dev.atrium.support.event.MembershipEvent;
import dev.atrium.support.store.AtriumStoreProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Welcomes people to their first project, tells them of further ones, and of those that they have left. */
final class MembershipMails {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final MailSending mailing;

    MembershipMails(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        mailing = new MailSending(session, realm);
    }

    void onEvent(MembershipEvent event) {
        if (!MailSuppression.allows(session)
                || InvitedMembership.is(session, event.membership().id())) {
            return;
        }
        boolean was = event.before().filter(Membership::active).isPresent();
        boolean is = event.after().filter(Membership::active).isPresent();
        if (is && event.before().isEmpty()) {
            joined(event.membership());
        } else if (was && !is) {
            left(event.membership());
        }
    }

    private void joined(Membership membership) {
        MailKind kind = isFirst(membership) ? MailKind.WELCOME : MailKind.PROJECT_ADDED;
        Optional<ProjectId> id = Optional.of(membership.project());
        Optional<Project> project = new Projects(session).find(membership.project());
        Optional<Recipient> recipient = user(membership).flatMap(user -> Recipient.of(session, user));
        if (project.isPresent() && recipient.isPresent() && mailing.sends(kind, id)) {
            Map<MailVariables, String> values = about(membership, project.get(), recipient.get());
            mailing.send(recipient.get().request(kind, id, values).sentFor(MailOccasion.of(membership.id())));
        }
    }

    private void left(Membership membership) {
        new Projects(session)
                .find(membership.project())
                .ifPresent(project -> user(membership)
                        .ifPresent(user -> new SecurityNotices(session, realm)
                                .send(
                                        user,
                                        AccountChange.ordered("membership-ended", project.name()),
                                        Optional.of(project.id()))));
    }

    private boolean isFirst(Membership membership) {
        MembershipFilter theirs = new MembershipFilter(
                Optional.empty(), Optional.of(membership.user()), Optional.empty(), Optional.empty());
        return session.getProvider(AtriumStoreProvider.class).memberships(realm).count(theirs) == 1;
    }

    private Map<MailVariables, String> about(Membership membership, Project project, Recipient recipient) {
        Map<MailVariables, String> values = new HashMap<>();
        values.put(MailVariables.PROJECT_NAME, project.name());
        values.put(MailVariables.PROFILE_REFERENCE, membership.profile().reference());
        values.put(
                MailVariables.PROFILE_LABEL,
                profile(membership.profile(), membership.label(), mailing.words(recipient.locale())));
        membership
                .invitedBy()
                .map(inviter -> session.users().getUserById(realm, inviter.value()))
                .flatMap(Recipient::nameOf)
                .ifPresent(name -> values.put(MailVariables.INVITER_NAME, name));
        Landing landing = Landing.ofRequest(session, project.id());
        values.put(MailVariables.SIGN_IN_URL, landing.address(session).toString());
        if (!new UsableCredentials(session, realm).has(recipient.user())) {
            CredentialLink link = CredentialLink.of(session, recipient.user(), landing);
            values.put(MailVariables.LINK, link.address());
            values.put(MailVariables.LINK_EXPIRATION, times(recipient, project).written(link.until()));
        }
        return values;
    }

    private MailTimes times(Recipient recipient, Project project) {
        return recipient.times(session, Optional.of(project.id()));
    }

    /** What somebody is in a project, in words. */
    static String profile(FhirProfile profile, Optional<String> label, MailMessages messages) {
        String type = messages.say("profile." + profile.type().resourceType());
        return label.map(text -> messages.say("profile.labelled", type, text)).orElse(type);
    }

    private Optional<UserModel> user(Membership membership) {
        return Optional.ofNullable(
                session.users().getUserById(realm, membership.user().value()));
    }
}
