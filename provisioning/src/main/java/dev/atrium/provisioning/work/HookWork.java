package dev.atrium.provisioning.work;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.core.account.UserId;
import dev.atrium.core.invitation.InvitationLetter;
import dev.atrium.core.invitation.OfferedMembership;
import dev.atrium.core.membership.Membership;
import dev.atrium.invitations.service.InvitationDelivery;
import dev.atrium.invitations.service.InvitationResult;
import dev.atrium.invitations.service.Invitations;
import dev.atrium.provisioning.mapping.HookDefinition;
import dev.atrium.provisioning.mapping.HookEvent;
import dev.atrium.provisioning.mapping.HookField;
import dev.atrium.provisioning.mapping.HookValues;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Carries out what the events of a call ask for, all or none, and no more than the hook may. */
public final class HookWork {
    private final KeycloakSession session;
    private final HookDefinition hook;
    private final HookScope scope;
    private final HookMemberships memberships;

    public HookWork(KeycloakSession session, HookDefinition hook) {
        this.session = session;
        this.hook = hook;
        scope = new HookScope(session, hook);
        memberships = new HookMemberships(session, scope);
    }

    public List<HookResult> carryOut(JsonNode body) {
        return hook.mapping().read(body).stream().map(this::carryOut).toList();
    }

    private HookResult carryOut(HookEvent event) {
        if (event.action().isEmpty()) {
            return HookResult.of(event, "ignored");
        }
        HookValues values = new HookValues(event);
        return switch (event.action().get()) {
            case INVITE -> invite(values);
            case CREATE -> create(values);
            case CHANGE -> change(values);
            case DEACTIVATE -> deactivate(values);
        };
    }

    private HookResult create(HookValues values) {
        Optional<Membership> known = memberships.withExternalId(values);
        if (known.isPresent()) {
            return activate(values, known.get());
        }
        UserId user = new UserId(new HookPeople(session).findOrMake(values).getId());
        Optional<Membership> same =
                memberships.of(user, Optional.of(values.profile())).stream().findFirst();
        return same.map(membership -> activate(values, membership))
                .orElseGet(
                        () -> HookResult.of(values.event(), "created").with(List.of(memberships.create(values, user))));
    }

    private HookResult activate(HookValues values, Membership membership) {
        boolean changed = memberships.change(values, membership, true);
        return HookResult.of(values.event(), changed ? "changed" : "unchanged").with(List.of(membership));
    }

    private HookResult change(HookValues values) {
        List<Membership> found = memberships.find(values);
        requireOne(values, found);
        return found.stream()
                .findFirst()
                .map(membership -> HookResult.of(
                                values.event(), memberships.change(values, membership, false) ? "changed" : "unchanged")
                        .with(found))
                .orElseGet(() -> HookResult.of(values.event(), "not_found"));
    }

    private HookResult deactivate(HookValues values) {
        List<Membership> found = memberships.find(values);
        if (found.isEmpty()) {
            return HookResult.of(values.event(), "not_found");
        }
        List<Membership> active = found.stream().filter(Membership::active).toList();
        requireOne(values, active);
        boolean off = active.stream().anyMatch(membership -> memberships.deactivate(values, membership));
        return HookResult.of(values.event(), off ? "deactivated" : "unchanged").with(off ? active : found);
    }

    /** An event is about one membership: an address alone must not end all that a person is. */
    private static void requireOne(HookValues values, List<Membership> found) {
        if (found.size() > 1) {
            throw values.conflict(
                    "membership_ambiguous",
                    "Several memberships fit; map externalId, or the profile beside the e-mail.");
        }
    }

    private HookResult invite(HookValues values) {
        Optional<Membership> known = memberships.withExternalId(values);
        if (known.isPresent()) {
            return HookResult.of(values.event(), "unchanged").with(List.of(known.get()));
        }
        new HookPeople(session).requireNoAdministrator(values);
        OfferedMembership offered = new OfferedMembership(
                memberships.project(),
                values.profile(),
                scope.policy(values).id(),
                values.line(HookField.LABEL),
                false,
                values.line(HookField.EXTERNAL_ID),
                false);
        InvitationLetter letter = new InvitationLetter(Optional.empty(), values.language(), Optional.empty());
        return new Invitations(session)
                .invite(
                        values.email(),
                        offered,
                        letter,
                        new InvitationDelivery(Optional.empty(), InvitationDelivery.UNLESS_SAID, true))
                .match(sent -> invited(values, sent), reason -> notInvited(values, reason));
    }

    private static HookResult invited(HookValues values, InvitationResult.Sent sent) {
        return HookResult.of(values.event(), "invited").with(sent.invitation());
    }

    private static HookResult notInvited(HookValues values, InvitationResult.Reason reason) {
        return switch (reason) {
            case ALREADY_MEMBER, ALREADY_INVITED -> HookResult.of(values.event(), "unchanged");
            case NO_SUCH_POLICY, ENDED ->
                throw values.conflict(
                        "policy_unavailable",
                        "The hook names an access policy that no longer exists; an administrator can correct this.");
        };
    }
}
