package dev.atrium.store;

import dev.atrium.core.outbox.OutboxQueue;
import dev.atrium.core.outbox.OutboxStore;
import dev.atrium.core.project.AccessPolicyStore;
import dev.atrium.core.project.GrantStore;
import dev.atrium.core.project.MembershipStore;
import dev.atrium.support.store.AtriumStoreProvider;
import jakarta.persistence.EntityManager;
import org.keycloak.models.RealmModel;

/** Atrium's data in Keycloak's database, in the transaction of its session. */
final class JpaStoreProvider implements AtriumStoreProvider {
    private final EntityManager entities;

    JpaStoreProvider(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public MembershipStore memberships(RealmModel realm) {
        return new JpaMembershipStore(rows(realm));
    }

    @Override
    public AccessPolicyStore policies(RealmModel realm) {
        return new JpaAccessPolicyStore(rows(realm));
    }

    @Override
    public GrantStore grants(RealmModel realm) {
        return new JpaGrantStore(rows(realm));
    }

    @Override
    public OutboxStore outbox(RealmModel realm) {
        return new JpaOutboxStore(rows(realm));
    }

    @Override
    public OutboxQueue outboxQueue() {
        return new JpaOutboxQueue(entities);
    }

    @Override
    public void close() {}

    private RealmRows rows(RealmModel realm) {
        return new RealmRows(entities, realm.getId());
    }
}
