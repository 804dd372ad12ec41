package dev.atrium.store.message;

import dev.atrium.support.store.Housekeeping;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Set;

/** What is over or old in Keycloak's database, whatever its realm. */
public final class JpaHousekeeping implements Housekeeping {
    private static final String OVERDUE =
            "select distinct i.realmId from AtriumInvitation i where i.state = PENDING and i.expires <= :now";
    private static final String FORGET_INVITATIONS =
            "delete from AtriumInvitation i where i.ended < :before and i.state <> PENDING";
    private static final String FORGET_CALLS = "delete from AtriumHookCall c where c.received < :before";

    private final EntityManager entities;

    public JpaHousekeeping(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Set<String> realmsWithOverdueInvitations(Instant now) {
        return Set.copyOf(entities.createQuery(OVERDUE, String.class)
                .setParameter("now", now.toEpochMilli())
                .getResultList());
    }

    @Override
    public void forgetInvitations(Instant endedBefore) {
        forget(FORGET_INVITATIONS, endedBefore);
    }

    @Override
    public void forgetHookCalls(Instant receivedBefore) {
        forget(FORGET_CALLS, receivedBefore);
    }

    private void forget(String statement, Instant before) {
        entities.createQuery(statement)
                .setParameter("before", before.toEpochMilli())
                .executeUpdate();
    }
}
