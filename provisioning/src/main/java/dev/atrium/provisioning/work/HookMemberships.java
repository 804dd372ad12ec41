package dev.atrium.provisioning.work;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.FhirProfile;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipFilter;
import dev.atrium.core.membership.MembershipHistory;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.membership.MembershipStore;
import dev.atrium.core.membership.MembershipTerms;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.store.Outcome;
import dev.atrium.core.store.Page;
import dev.atrium.provisioning.mapping.HookField;
import dev.atrium.provisioning.mapping.HookValues;
import dev.atrium.support.store.AtriumStoreProvider;
import dev.atrium.support.time.KeycloakClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The memberships of a hook's project that its events speak of. */
final class HookMemberships {
    private final MembershipStore store;
    private final HookScope scope;
    private final ProjectId project;
    private final HookPeople people;
    private final HookAdministrators administrators;

    HookMemberships(KeycloakSession session, HookScope scope) {
        store = session.getProvider(AtriumStoreProvider.class)
                .memberships(session.getContext().getRealm());
        this.scope = scope;
        project = scope.project();
        people = new HookPeople(session);
        administrators = new HookAdministrators(session);
    }

    ProjectId project() {
        return project;
    }

    Optional<Membership> withExternalId(HookValues values) {
        return values.line(HookField.EXTERNAL_ID).flatMap(id -> store.findByExternalId(project, id));
    }

    /** By the external id, if the event has one, else by address and profile. */
    List<Membership> find(HookValues values) {
        if (values.line(HookField.EXTERNAL_ID).isPresent()) {
            return withExternalId(values).stream().toList();
        }
        EmailAddress email = values.email();
        return people.find(values, email)
                .map(user -> of(new UserId(user.getId()), values.profileIfAny()))
                .orElse(List.of());
    }

    List<Membership> of(UserId user, Optional<FhirProfile> profile) {
        return store.list(
                new MembershipFilter(Optional.of(project), Optional.of(user), profile, Optional.empty()),
                new Page(0, Page.MOST));
    }

    Membership create(HookValues values, UserId user) {
        Membership membership = new Membership(
                new MembershipId(KeycloakModelUtils.generateId()),
                project,
                user,
                new MembershipTerms(
                        values.profile(),
                        values.line(HookField.LABEL),
                        scope.policy(values),
                        false,
                        values.line(HookField.EXTERNAL_ID)),
                true,
                MembershipHistory.begins(Instant.ofEpochMilli(KeycloakClock.INSTANCE.millis()), Optional.empty()));
        requireDone(values, store.create(membership));
        return membership;
    }

    /** Changes what the event says, switches it on if asked to, and leaves the rest; false when that is nothing. */
    boolean change(HookValues values, Membership found, boolean on) {
        Membership before = locked(values, found);
        people.requireNoAdministrator(values, before.user());
        people.requireSame(values, before.user());
        Membership after = changed(values, before, on || before.active());
        if (after.equals(before)) {
            return false;
        }
        scope.requireReach(values, before);
        if (after.active() && !before.active()) {
            people.requireTheirs(values, before.user());
        }
        requireDone(values, store.update(after));
        return true;
    }

    /**
     * Nothing but that, whatever the policy is and whatever else the event says: somebody who leaves is to be out. Only
     * the last one who administers the project stays in it.
     *
     * <p>False when it was off.
     */
    boolean deactivate(HookValues values, Membership found) {
        if (found.admin()) {
            store.lockAdministrators(project); // before its own row, or two who leave at once wait for each other
        }
        Membership before = locked(values, found);
        if (before.active()) {
            people.requireNoAdministrator(values, before.user());
            if (before.admin()) {
                administrators.requireAnother(values, store, before);
            }
            requireDone(values, store.update(before.switched(false)));
        }
        return before.active();
    }

    private Membership locked(HookValues values, Membership found) {
        return store.lock(found.id())
                .orElseThrow(() ->
                        values.conflict("at_the_same_time", "The membership is being deleted; send the call again."));
    }

    private Membership changed(HookValues values, Membership before, boolean active) {
        return before.with(new MembershipTerms(
                        values.profileIfAny().orElse(before.profile()),
                        values.line(HookField.LABEL).or(before::label),
                        scope.policyIfAny(values).orElse(before.policy()),
                        before.admin(),
                        values.line(HookField.EXTERNAL_ID).or(before::externalId)))
                .switched(active);
    }

    private static void requireDone(HookValues values, Outcome outcome) {
        if (outcome != Outcome.DONE) {
            throw values.conflict(
                    "membership_exists", "Another membership of the project has this external id, or this profile.");
        }
    }
}
