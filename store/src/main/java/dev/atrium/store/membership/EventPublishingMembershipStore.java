package dev.atrium.store.membership;

import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipFilter;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.membership.MembershipStore;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.store.Outcome;
import dev.atrium.core.store.Page;
import dev.atrium.store.jpa.RealmRows;
import dev.atrium.support.event.MembershipEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** A store of memberships whose changes are told of. */
public final class EventPublishingMembershipStore implements MembershipStore {
    private final MembershipStore store;
    private final BiConsumer<Optional<Membership>, Optional<Membership>> told;

    /**
     * A store that tells of changes to another one.
     *
     * @param told what was before, and what is after each change that was made
     */
    EventPublishingMembershipStore(MembershipStore store, BiConsumer<Optional<Membership>, Optional<Membership>> told) {
        this.store = store;
        this.told = told;
    }

    /** The memberships in these rows; whoever listens to the session's factory is told. */
    public static MembershipStore of(KeycloakSession session, RealmModel realm, RealmRows rows) {
        return new EventPublishingMembershipStore(
                new JpaMembershipStore(rows),
                (before, after) -> session.getKeycloakSessionFactory()
                        .publish(new MembershipEvent(session, realm, before, after)));
    }

    @Override
    public Optional<Membership> find(MembershipId id) {
        return store.find(id);
    }

    @Override
    public Optional<Membership> lock(MembershipId id) {
        return store.lock(id);
    }

    @Override
    public Optional<Membership> findByExternalId(ProjectId project, String externalId) {
        return store.findByExternalId(project, externalId);
    }

    @Override
    public List<Membership> lockAdministrators(ProjectId project) {
        return store.lockAdministrators(project);
    }

    @Override
    public List<Membership> list(MembershipFilter filter, Page page) {
        return store.list(filter, page);
    }

    @Override
    public long count(MembershipFilter filter, int most) {
        return store.count(filter, most);
    }

    @Override
    public Outcome create(Membership membership) {
        return tell(store.create(membership), Optional.empty(), Optional.of(membership));
    }

    @Override
    public Outcome update(Membership membership) {
        Optional<Membership> before = store.lock(membership.id());
        return tell(store.update(membership), before, Optional.of(membership));
    }

    @Override
    public Outcome delete(MembershipId id) {
        Optional<Membership> before = store.lock(id);
        return tell(store.delete(id), before, Optional.empty());
    }

    @Override
    public void used(MembershipId id, Instant when) {
        store.used(id, when);
    }

    private Outcome tell(Outcome outcome, Optional<Membership> before, Optional<Membership> after) {
        if (outcome == Outcome.DONE) {
            told.accept(before, after);
        }
        return outcome;
    }
}
