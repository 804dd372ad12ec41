package dev.atrium.invitations.page;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.account.UserId;
import dev.atrium.core.consent.ClientUuid;
import dev.atrium.core.invitation.Invitation;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.directory.account.UnverifiedAccountTakeover;
import dev.atrium.invitations.link.Landing;
import dev.atrium.invitations.link.Link;
import dev.atrium.invitations.service.AcceptanceResult;
import dev.atrium.invitations.service.InvitationAcceptance;
import dev.atrium.invitations.service.InvitationVisit;
import dev.atrium.invitations.service.InvitedAccount;
import dev.atrium.support.store.AtriumStoreProvider;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;

/**
 * Somebody comes to accept an invitation: a new person gets an account and is a member at once, everybody else signs in
 * first.
 */
final class InvitationLinkPage implements LinkTarget {
    private static final Logger LOG = Logger.getLogger(InvitationLinkPage.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Link link;
    private final InvitationAcceptance accepting;
    private final Optional<InvitationVisit> visit;
    private final Optional<Invitation> invitation;

    InvitationLinkPage(KeycloakSession session, Link link) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.link = link;
        this.accepting = new InvitationAcceptance(session);
        this.visit = InvitationVisit.of(link);
        this.invitation = visit.flatMap(found -> session.getProvider(AtriumStoreProvider.class)
                .invitations(realm)
                .find(found.id()));
    }

    @Override
    public Optional<UserModel> user() {
        return invitation.flatMap(found -> found.user()
                .map(UserId::value)
                .map(id -> Optional.ofNullable(session.users().getUserById(realm, id)))
                .orElseGet(() -> new InvitedAccount(session).of(found.email())));
    }

    @Override
    public String address() {
        return invitation.map(found -> found.email().value()).orElse("");
    }

    @Override
    public Optional<ProjectId> project() {
        return invitation.map(found -> found.offered().project());
    }

    @Override
    public LinkPage page() {
        InvitationPages pages = new InvitationPages(session, invitation, landing());
        Optional<AcceptanceResult> obstacle =
                visit.isEmpty() ? Optional.of(AcceptanceResult.REVOKED) : accepting.obstacle(visit.get());
        if (obstacle.isPresent()) {
            return pages.obstacle(obstacle.get());
        }
        return isNew() || isHandedOver() ? pages.newPerson() : pages.signIn();
    }

    @Override
    public Response act() {
        InvitationVisit here = visit.orElseThrow();
        Optional<AcceptanceResult> obstacle = accepting.claim(here);
        if (obstacle.isPresent()) {
            return new PageResponse(session)
                    .of(new InvitationPages(session, invitation, landing()).obstacle(obstacle.get()));
        }
        if (isNew()) {
            return join(here, newAccount());
        }
        Optional<UserModel> unproven = unproven();
        boolean handedOver = isHandedOver();
        unproven.ifPresent(new UnverifiedAccountTakeover(session)::of);
        return handedOver ? join(here, unproven.orElseThrow()) : signIn(here);
    }

    private Response join(InvitationVisit here, UserModel user) {
        AcceptanceResult outcome = accepting.acceptAsNew(here, user);
        if (outcome != AcceptanceResult.ACCEPTED) {
            session.getTransactionManager().setRollbackOnly();
            return new PageResponse(session).of(new InvitationPages(session, invitation, landing()).obstacle(outcome));
        }
        return new LoginContinuation(session, landing()).asKnown(user);
    }

    private Response signIn(InvitationVisit here) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(InvitationVisit.ACTION);
        if (action == null || !action.isEnabled()) {
            LOG.warnf(
                    "People who have an account cannot accept invitations in realm '%s': enable the required action '%s'",
                    realm.getName(), InvitationVisit.ACTION);
            return new PageResponse(session)
                    .of(LinkPage.problem("atrium.link.unavailable", "").status(503));
        }
        return new LoginContinuation(session, landing()).toSignIn(here, email());
    }

    private UserModel newAccount() {
        EmailAddress email = email();
        UserModel user = session.users().addUser(realm, username(email));
        user.setEnabled(true);
        user.setEmail(email.value());
        user.setEmailVerified(link.proves(email));
        invitation
                .flatMap(found -> found.letter().language())
                .ifPresent(tag -> user.setSingleAttribute(UserModel.LOCALE, tag));
        new LoginContinuation(session, landing())
                .event(EventType.REGISTER)
                .client(session.getContext().getClient())
                .user(user)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.EMAIL, user.getEmail())
                .detail(Details.REGISTER_METHOD, "invitation")
                .success();
        return user;
    }

    /** The address, unless somebody calls themselves so who has another one. */
    private String username(EmailAddress email) {
        return session.users().getUserByUsername(realm, email.value()) == null
                ? email.value()
                : visit.orElseThrow().id().value();
    }

    /** Nobody has the address, and those of its domain sign in here and not at an identity provider only. */
    private boolean isNew() {
        return new InvitedAccount(session).of(email()).isEmpty() && signsInHere();
    }

    private boolean signsInHere() {
        return !LoginContinuation.allowed(session, email()).own().isEmpty();
    }

    /** Who follows a link in a mail proves what nobody had, and need not know the password of whoever registered. */
    private boolean isHandedOver() {
        return unproven().isPresent() && signsInHere();
    }

    /** Members are left alone: an admin or an earlier invitation let in whoever has the account. */
    private Optional<UserModel> unproven() {
        return new InvitedAccount(session)
                .of(email())
                .filter(found -> link.proves(email()) && !realm.isDuplicateEmailsAllowed())
                .filter(found ->
                        new UnverifiedAccountTakeover(session).claim(found).isHandedOver());
    }

    private EmailAddress email() {
        return invitation.orElseThrow().email();
    }

    private Landing landing() {
        return new Landing(
                invitation
                        .flatMap(found -> found.letter().client())
                        .map(ClientUuid::value)
                        .map(realm::getClientById)
                        .filter(ClientModel::isEnabled),
                project());
    }
}
