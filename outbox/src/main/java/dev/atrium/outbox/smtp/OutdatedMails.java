package dev.atrium.outbox.smtp;

import dev.atrium.core.account.UserId;
import dev.atrium.core.invitation.Invitation;
import dev.atrium.core.invitation.InvitationId;
import dev.atrium.core.invitation.InvitationState;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.outbox.OutgoingMessage;
import dev.atrium.directory.project.OrganizationLookup;
import dev.atrium.outbox.message.MailContent;
import dev.atrium.outbox.message.MailKind;
import dev.atrium.outbox.message.MailOccasion;
import dev.atrium.support.store.AtriumStoreProvider;
import dev.atrium.support.time.KeycloakClock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** Knows which mails need not be sent any more, for what they are sent for was over while they waited. */
final class OutdatedMails {
    private static final String ORG_INVITE = "org-invite";

    private final KeycloakSession session;
    private final RealmModel realm;

    OutdatedMails(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Why this mail is sent no more; nothing ends a notice of what happened, or a test. */
    Optional<String> reason(OutgoingMessage message) {
        String topic = message.topic();
        if (topic.equals(MailKind.SECURITY_NOTICE.id()) || topic.startsWith("event-") || topic.startsWith("test-")) {
            return Optional.empty();
        }
        MailOccasion occasion = MailContent.read(message.content()).occasion();
        return Stream.of(
                        message.user().flatMap(user -> ofPerson(user, topic)),
                        message.project().flatMap(project -> ofProject(project, message)),
                        Optional.ofNullable(occasion).flatMap(this::of))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> ofPerson(UserId id, String topic) {
        @Nullable UserModel user = session.users().getUserById(realm, id.value());
        if (user == null) {
            return topic.equals(ORG_INVITE) ? Optional.empty() : over("the recipient no longer exists");
        }
        return user.isEnabled() ? Optional.empty() : over("the recipient is disabled");
    }

    private Optional<String> ofProject(ProjectId id, OutgoingMessage message) {
        Optional<OrganizationModel> organization =
                OrganizationLookup.evenWhereOff(session).byId(id);
        if (organization.isEmpty()) {
            return over("the organization no longer exists");
        }
        if (!organization.get().isEnabled()) {
            return over("the organization is disabled");
        }
        boolean revoked = message.topic().equals(ORG_INVITE) && !isInvited(organization.get(), message.recipient());
        return revoked ? over("the invitation no longer exists") : Optional.empty();
    }

    private boolean isInvited(OrganizationModel organization, String recipient) {
        return session.getProvider(OrganizationProvider.class)
                        .getInvitationManager()
                        .getByEmail(organization, recipient)
                != null;
    }

    private Optional<String> of(MailOccasion occasion) {
        Instant now = KeycloakClock.INSTANCE.instant();
        return Optional.ofNullable(occasion.invitation())
                .flatMap(id -> ofInvitation(new InvitationId(id), occasion.key(), now))
                .or(() -> Optional.ofNullable(occasion.membership()).flatMap(id -> ofMembership(new MembershipId(id))))
                .or(() -> Optional.ofNullable(occasion.until())
                        .filter(until -> until <= now.getEpochSecond())
                        .flatMap(until -> over("its link has expired")));
    }

    private Optional<String> ofInvitation(InvitationId id, @Nullable String key, Instant now) {
        Optional<Invitation> invitation = store().invitations(realm).find(id);
        if (invitation.isEmpty()) {
            return over("the invitation no longer exists");
        }
        InvitationState state = invitation.get().stateAt(now);
        if (state != InvitationState.PENDING) {
            return over("the invitation is " + state.name().toLowerCase(Locale.ROOT));
        }
        return invitation.get().link().key().equals(key)
                ? Optional.empty()
                : over("the invitation was sent again, with another link");
    }

    private Optional<String> ofMembership(MembershipId id) {
        return store().memberships(realm).find(id).filter(Membership::active).isPresent()
                ? Optional.empty()
                : over("the membership has ended");
    }

    private AtriumStoreProvider store() {
        return session.getProvider(AtriumStoreProvider.class);
    }

    private static Optional<String> over(String why) {
        return Optional.of("It is no longer sent: " + why + ".");
    }
}
