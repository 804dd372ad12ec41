package dev.atrium.invitations.service;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.account.UserId;
import dev.atrium.core.factor.FactorKind;
import dev.atrium.core.invitation.Invitation;
import dev.atrium.core.invitation.InvitationStore;
import dev.atrium.core.invitation.OfferedMembership;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipHistory;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.membership.MembershipStore;
import dev.atrium.core.membership.MembershipTerms;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.store.Outcome;
import dev.atrium.core.store.Page;
import dev.atrium.directory.project.Projects;
import dev.atrium.invitations.link.Links;
import dev.atrium.support.event.InvitationEvent;
import dev.atrium.support.event.InvitationEvent.Kind;
import dev.atrium.support.store.AtriumStoreProvider;
import dev.atrium.support.time.KeycloakClock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Turns an invitation into a membership, once, for the one person it is for. */
public final class InvitationAcceptance {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final InvitationStore invitations;
    private final MembershipStore memberships;

    public InvitationAcceptance(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        AtriumStoreProvider store = session.getProvider(AtriumStoreProvider.class);
        this.invitations = store.invitations(realm);
        this.memberships = store.memberships(realm);
    }

    /** What stands in the way of a visitor, whoever that is; nothing is changed. */
    public Optional<AcceptanceResult> obstacle(InvitationVisit visit) {
        return obstacle(visit, invitations.find(visit.id()));
    }

    /** The same, and nobody else accepts it before the transaction ends. */
    public Optional<AcceptanceResult> claim(InvitationVisit visit) {
        return obstacle(visit, invitations.lock(visit.id()));
    }

    /** Accepts for a person who has signed in: an account that says it has the address must have proven it. */
    public AcceptanceResult accept(InvitationVisit visit, UserModel user) {
        Optional<Invitation> locked = invitations.lock(visit.id());
        boolean proven = visit.byMail() || user.isEmailVerified();
        return obstacle(visit, locked).orElseGet(() -> accept(visit, locked.orElseThrow(), user, proven));
    }

    /** Accepts for somebody for whom the account was made just now, or to whom it was handed over. */
    public AcceptanceResult acceptAsNew(InvitationVisit visit, UserModel user) {
        Optional<Invitation> locked = invitations.lock(visit.id());
        return obstacle(visit, locked).orElseGet(() -> accept(visit, locked.orElseThrow(), user, true));
    }

    private Optional<AcceptanceResult> obstacle(InvitationVisit visit, Optional<Invitation> stored) {
        if (stored.isEmpty()) {
            return Optional.of(AcceptanceResult.REVOKED);
        }
        Invitation invitation = stored.get();
        return switch (invitation.stateAt(KeycloakClock.INSTANCE.instant())) {
            case ACCEPTED -> Optional.of(AcceptanceResult.USED);
            case REVOKED -> Optional.of(AcceptanceResult.REVOKED);
            case EXPIRED ->
                Optional.of(newer(visit, invitation) ? AcceptanceResult.REPLACED : AcceptanceResult.EXPIRED);
            case PENDING ->
                newer(visit, invitation)
                        ? Optional.of(AcceptanceResult.REPLACED)
                        : Optional.of(AcceptanceResult.IMPOSSIBLE).filter(gone -> !isPossible(invitation));
        };
    }

    private static boolean newer(InvitationVisit visit, Invitation invitation) {
        return !invitation.link().key().equals(visit.key());
    }

    /** A project that is disabled or gone takes nobody; nor can the account come back that the invitation is bound to. */
    private boolean isPossible(Invitation invitation) {
        return new Projects(session).find(invitation.offered().project()).isPresent()
                && invitation
                        .user()
                        .map(id -> isThere(id, invitation))
                        .orElseGet(() -> !new InvitedAccount(session).isDisabled(invitation.email()));
    }

    private boolean isThere(UserId id, Invitation invitation) {
        return Optional.ofNullable(session.users().getUserById(realm, id.value()))
                .filter(UserModel::isEnabled)
                .filter(user -> isTheirs(invitation, user))
                .isPresent();
    }

    private AcceptanceResult accept(InvitationVisit visit, Invitation invitation, UserModel user, boolean proven) {
        if (!isTheirs(invitation, user)) {
            return AcceptanceResult.NOT_THEIRS;
        }
        if (!proven) {
            return AcceptanceResult.UNPROVEN;
        }
        Optional<MembershipId> membership = member(invitation, new UserId(user.getId()));
        membership.ifPresent(id -> accepted(visit, invitation.accepted(id, new UserId(user.getId()), now()), user));
        return membership.isPresent() ? AcceptanceResult.ACCEPTED : AcceptanceResult.IMPOSSIBLE;
    }

    private static boolean isTheirs(Invitation invitation, UserModel user) {
        return invitation.user().map(id -> id.value().equals(user.getId())).orElse(true)
                && Optional.ofNullable(user.getEmail())
                        .flatMap(EmailAddress::parse)
                        .filter(invitation::isFor)
                        .isPresent();
    }

    private void accepted(InvitationVisit visit, Invitation accepted, UserModel user) {
        if (visit.byMail()) {
            user.setEmailVerified(true);
        }
        if (accepted.offered().secondFactor() && !hasSecondFactor(user)) {
            user.addRequiredAction(UserModel.RequiredAction.CONFIGURE_TOTP);
        }
        invitations.update(accepted);
        session.getKeycloakSessionFactory()
                .publish(new InvitationEvent(session, realm, Kind.ACCEPTED, accepted, Optional.empty()));
    }

    /** Whoever has one of any kind sets up no other by this: they would do so without showing it. */
    private static boolean hasSecondFactor(UserModel user) {
        return Arrays.stream(FactorKind.values())
                .map(FactorKind::credentialType)
                .anyMatch(user.credentialManager()::isConfiguredFor);
    }

    /** The new membership, or the one that the person got meanwhile; empty when there cannot be one. */
    private Optional<MembershipId> member(Invitation invitation, UserId user) {
        OfferedMembership offered = invitation.offered();
        MembershipId id = new MembershipId(Links.newKey());
        InvitedMembership.note(session, id);
        Optional<Outcome> outcome = session.getProvider(AtriumStoreProvider.class)
                .policies(realm)
                .find(offered.policy())
                .map(policy -> memberships.create(membership(id, user, invitation, policy)));
        if (outcome.equals(Optional.of(Outcome.DONE))) {
            return Optional.of(id);
        }
        return memberships.list(InvitedAccount.of(user, offered), new Page(0, 1)).stream()
                .map(Membership::id)
                .findFirst();
    }

    private static Membership membership(MembershipId id, UserId user, Invitation invitation, AccessPolicy policy) {
        OfferedMembership offered = invitation.offered();
        MembershipTerms terms =
                new MembershipTerms(offered.profile(), offered.label(), policy, offered.admin(), offered.externalId());
        MembershipHistory history = MembershipHistory.begins(now(), invitation.invitedBy());
        return new Membership(id, offered.project(), user, terms, true, history);
    }

    private static Instant now() {
        return Instant.ofEpochMilli(KeycloakClock.INSTANCE.millis());
    }
}
