package dev.atrium.invitations.service;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.invitation.Invitation;
import dev.atrium.core.invitation.InvitationFilter;
import dev.atrium.core.invitation.InvitationId;
import dev.atrium.core.invitation.InvitationLetter;
import dev.atrium.core.invitation.InvitationLink;
import dev.atrium.core.invitation.InvitationState;
import dev.atrium.core.invitation.InvitationStore;
import dev.atrium.core.invitation.OfferedMembership;
import dev.atrium.core.store.Outcome;
import dev.atrium.core.store.Page;
import dev.atrium.invitations.link.Link;
import dev.atrium.invitations.link.LinkPurpose;
import dev.atrium.invitations.link.Links;
import dev.atrium.invitations.service.InvitationResult.Reason;
import dev.atrium.invitations.service.InvitationResult.Refused;
import dev.atrium.invitations.service.InvitationResult.Sent;
import dev.atrium.support.event.InvitationEvent;
import dev.atrium.support.event.InvitationEvent.Kind;
import dev.atrium.support.store.AtriumStoreProvider;
import dev.atrium.support.time.KeycloakClock;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Invites people to projects of the realm in context, for whoever may do that: who may is the caller's affair.
 *
 * <p>All of it is in the transaction of the session; whoever sends mails or calls listens to {@link InvitationEvent}.
 */
public final class Invitations {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final InvitationStore store;

    public Invitations(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.store = session.getProvider(AtriumStoreProvider.class).invitations(realm);
    }

    /** Offers a membership to whoever has this address, or will have it. */
    public InvitationResult invite(
            EmailAddress email, OfferedMembership offered, InvitationLetter letter, InvitationDelivery sending) {
        InvitedAccount account = new InvitedAccount(session);
        if (account.isMember(email, offered)) {
            return new Refused(Reason.ALREADY_MEMBER);
        }
        Instant now = now();
        retire(email, offered, now);
        Invitation invitation = new Invitation(
                new InvitationId(Links.newKey()),
                email,
                offered,
                letter,
                sending.by(),
                account.idOf(email),
                newLink(now, sending),
                InvitationState.PENDING,
                now,
                Optional.empty(),
                Optional.empty());
        return sent(store.create(invitation), Kind.CREATED, invitation, sending);
    }

    /** Makes a new link, from now on the only one, of an invitation that is pending or whose time is over. */
    public InvitationResult resend(InvitationId id, InvitationLetter letter, InvitationDelivery sending) {
        Optional<Invitation> stored = store.lock(id).filter(Invitations::canBeSentAgain);
        if (stored.isEmpty()) {
            return new Refused(Reason.ENDED);
        }
        Invitation again = stored.get().sentAgain(newLink(now(), sending), letter);
        return sent(store.update(again), Kind.RESENT, again, sending);
    }

    /** Takes a pending invitation back; false when there is none. */
    public boolean revoke(InvitationId id) {
        return store.lock(id)
                .filter(Invitations::canBeSentAgain)
                .map(invitation -> end(invitation, InvitationState.REVOKED, Kind.REVOKED))
                .isPresent();
    }

    /** Notices which invitations are over; at most so many. */
    public int expire(int most) {
        return retire(store.overdue(now(), most));
    }

    /** The link of an invitation, as whoever has it would follow it. */
    private URI address(Invitation invitation, boolean byMail) {
        Optional<String> client = invitation
                .letter()
                .client()
                .map(id -> realm.getClientById(id.value()))
                .map(ClientModel::getClientId);
        Link link = new Link(
                LinkPurpose.INVITATION,
                invitation.id().value(),
                invitation.link().key(),
                client,
                Optional.empty(),
                byMail ? Optional.of(invitation.email()) : Optional.empty(),
                invitation.link().expires());
        return new Links(session).address(link, invitation.letter().language());
    }

    private InvitationResult sent(Outcome outcome, Kind kind, Invitation invitation, InvitationDelivery sending) {
        return switch (outcome) {
            case DONE -> {
                URI link = address(invitation, sending.byMail());
                publish(kind, invitation, sending.byMail() ? Optional.of(link) : Optional.empty());
                yield new Sent(invitation, link);
            }
            case TAKEN -> new Refused(Reason.ALREADY_INVITED);
            case NOT_FOUND -> new Refused(kind == Kind.CREATED ? Reason.NO_SUCH_POLICY : Reason.ENDED);
            case IN_USE -> throw new IllegalStateException("nothing points to an invitation");
        };
    }

    /** One that is over and that nobody has noticed yet must not stand in the way of a new one. */
    private void retire(EmailAddress email, OfferedMembership offered, Instant now) {
        InvitationFilter over = new InvitationFilter(
                Optional.of(offered.project()), Optional.of(email), Optional.of(InvitationState.EXPIRED), now);
        retire(store.list(over, new Page(0, Page.MOST)));
    }

    /** Ends those that are over still when nobody else can change them: one may be accepted or sent again meanwhile. */
    private int retire(List<Invitation> found) {
        return (int) found.stream()
                .filter(invitation -> invitation.state() == InvitationState.PENDING)
                .flatMap(invitation -> store.lock(invitation.id()).stream())
                .filter(invitation -> invitation.state() == InvitationState.PENDING)
                .filter(invitation -> invitation.stateAt(now()) == InvitationState.EXPIRED)
                .map(invitation -> end(invitation, InvitationState.EXPIRED, Kind.EXPIRED))
                .count();
    }

    private Invitation end(Invitation invitation, InvitationState how, Kind kind) {
        Invitation ended = invitation.ended(how, now());
        store.update(ended);
        publish(kind, ended, Optional.empty());
        return ended;
    }

    private void publish(Kind kind, Invitation invitation, Optional<URI> link) {
        session.getKeycloakSessionFactory().publish(new InvitationEvent(session, realm, kind, invitation, link));
    }

    private static boolean canBeSentAgain(Invitation invitation) {
        return invitation.state() == InvitationState.PENDING || invitation.state() == InvitationState.EXPIRED;
    }

    private static InvitationLink newLink(Instant now, InvitationDelivery sending) {
        return new InvitationLink(Links.newKey(), now, now.plus(sending.lasts()));
    }

    private static Instant now() {
        return Instant.ofEpochMilli(KeycloakClock.INSTANCE.millis());
    }
}
