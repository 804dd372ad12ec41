package dev.atrium.eventlisteners.mail;

import dev.atrium.core.account.UserId;
import dev.atrium.core.invitation.Invitation;
import dev.atrium.core.invitation.OfferedMembership;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.directory.project.Project;
import dev.atrium.directory.project.Projects;
import dev.atrium.mail.compose.MailRequest;
import dev.atrium.mail.compose.MailVariables;
import dev.atrium.mail.compose.Recipient;
import dev.atrium.mail.language.MailTimes;
import dev.atrium.outbox.message.MailKind;
import dev.atrium.outbox.message.MailOccasion;
import dev.atrium.support.event.InvitationEvent;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Sends invitations, to people the realm knows and to others. */
final class InvitationMails {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final MailSending mailing;

    InvitationMails(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        mailing = new MailSending(session, realm);
    }

    void onEvent(InvitationEvent event) {
        event.link().ifPresent(link -> invite(event.invitation(), link));
    }

    private void invite(Invitation invitation, URI link) {
        Optional<ProjectId> id = Optional.of(invitation.offered().project());
        Optional<Project> project = id.flatMap(new Projects(session)::find);
        if (project.isPresent() && mailing.sends(MailKind.INVITATION, id)) {
            Optional<UserModel> account = user(invitation.user());
            Locale locale = locale(invitation, account);
            Map<MailVariables, String> values = about(invitation, project.get(), times(account, id, locale));
            values.put(MailVariables.LINK, link.toString());
            account.flatMap(Recipient::nameOf).ifPresent(name -> values.put(MailVariables.RECIPIENT_NAME, name));
            mailing.send(new MailRequest(
                    MailKind.INVITATION,
                    invitation.email().value(),
                    locale,
                    invitation.user(),
                    id,
                    values,
                    MailOccasion.of(invitation)));
        }
    }

    private Map<MailVariables, String> about(Invitation invitation, Project project, MailTimes times) {
        OfferedMembership offered = invitation.offered();
        Map<MailVariables, String> values = new HashMap<>();
        values.put(MailVariables.PROJECT_NAME, project.name());
        values.put(
                MailVariables.PROFILE_LABEL,
                MembershipMails.profile(offered.profile(), offered.label(), mailing.words(times.locale())));
        values.put(MailVariables.PROFILE_REFERENCE, offered.profile().reference());
        values.put(
                MailVariables.LINK_EXPIRATION, times.written(invitation.link().expires()));
        user(invitation.invitedBy())
                .flatMap(Recipient::nameOf)
                .ifPresent(name -> values.put(MailVariables.INVITER_NAME, name));
        invitation.letter().words().ifPresent(words -> values.put(MailVariables.WORDS, words));
        return values;
    }

    private MailTimes times(Optional<UserModel> account, Optional<ProjectId> project, Locale locale) {
        return MailTimes.of(session, locale, account.orElse(null), project);
    }

    private Locale locale(Invitation invitation, Optional<UserModel> account) {
        @Nullable UserModel user = account.orElse(null);
        return invitation
                .letter()
                .language()
                .map(Locale::forLanguageTag)
                .orElseGet(() -> session.getContext().resolveLocale(user, true));
    }

    private Optional<UserModel> user(Optional<UserId> id) {
        return id.map(known -> session.users().getUserById(realm, known.value()));
    }
}
