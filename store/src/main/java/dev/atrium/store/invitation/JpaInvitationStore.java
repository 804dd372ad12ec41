package dev.atrium.store.invitation;

import dev.atrium.core.invitation.Invitation;
import dev.atrium.core.invitation.InvitationFilter;
import dev.atrium.core.invitation.InvitationId;
import dev.atrium.core.invitation.InvitationState;
import dev.atrium.core.invitation.InvitationStore;
import dev.atrium.core.store.Outcome;
import dev.atrium.core.store.Page;
import dev.atrium.store.jpa.Conditions;
import dev.atrium.store.jpa.RealmRows;
import dev.atrium.store.jpa.StableOrder;
import dev.atrium.store.membership.AccessPolicyEntity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The invitations of one realm, in Keycloak's database. */
public final class JpaInvitationStore implements InvitationStore {
    private static final String SELECT = "select i from AtriumInvitation i";
    private static final String WITH_ID = " where i.realmId = :realm and i.id = :id";
    private static final String OVERDUE =
            SELECT + " where i.realmId = :realm and i.state = PENDING and i.expires <= :now order by i.expires, i.id";
    private static final String TWINS = """
            select count(i) from AtriumInvitation i
            where i.realmId = :realm and i.pendingKey = :key and i.id <> :id
            """;
    private static final String POLICY =
            "select p from AtriumAccessPolicy p where p.realmId = :realm and p.id = :policy";

    private final RealmRows rows;

    public JpaInvitationStore(RealmRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Invitation> find(InvitationId id) {
        return read(withId(id)).stream().findFirst();
    }

    @Override
    public Optional<Invitation> lock(InvitationId id) {
        return read(withId(id).setLockMode(LockModeType.PESSIMISTIC_WRITE)).stream()
                .findFirst();
    }

    @Override
    public List<Invitation> list(InvitationFilter filter, Page page) {
        Conditions conditions = InvitationConditions.of(filter);
        return read(StableOrder.INVITATIONS.part(this::invitations, SELECT, conditions, page));
    }

    @Override
    public long count(InvitationFilter filter, int most) {
        return StableOrder.INVITATIONS.count(rows, InvitationConditions.of(filter), most);
    }

    @Override
    public Outcome create(Invitation invitation) {
        if (!policyStays(invitation)) {
            return Outcome.NOT_FOUND;
        }
        if (taken(invitation)) {
            return Outcome.TAKEN;
        }
        rows.insert(new InvitationEntity(rows.realmId(), invitation));
        return Outcome.DONE;
    }

    @Override
    public Outcome update(Invitation invitation) {
        return withId(invitation.id()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream()
                .findFirst()
                .map(row -> replace(row, invitation))
                .orElse(Outcome.NOT_FOUND);
    }

    @Override
    public Outcome delete(InvitationId id) {
        int deleted = rows.change("delete from AtriumInvitation i" + WITH_ID)
                .setParameter("id", id.value())
                .executeUpdate();
        return deleted == 0 ? Outcome.NOT_FOUND : Outcome.DONE;
    }

    @Override
    public List<Invitation> overdue(Instant now, int most) {
        return read(invitations(OVERDUE).setParameter("now", now.toEpochMilli()).setMaxResults(most));
    }

    private Outcome replace(InvitationEntity row, Invitation invitation) {
        if (invitation.state() == InvitationState.PENDING && taken(invitation)) {
            rows.release(row);
            return Outcome.TAKEN;
        }
        row.replaceWith(invitation);
        rows.update(row);
        return Outcome.DONE;
    }

    private boolean taken(Invitation invitation) {
        return rows.query(TWINS, Long.class)
                        .setParameter("key", PendingKey.of(invitation))
                        .setParameter("id", invitation.id().value())
                        .getSingleResult()
                > 0;
    }

    /** Keeps the policy from being deleted meanwhile. */
    private boolean policyStays(Invitation invitation) {
        return rows.lock(
                rows.query(POLICY, AccessPolicyEntity.class)
                        .setParameter("policy", invitation.offered().policy().value()),
                LockModeType.PESSIMISTIC_READ);
    }

    private TypedQuery<InvitationEntity> withId(InvitationId id) {
        return invitations(SELECT + WITH_ID).setParameter("id", id.value());
    }

    private TypedQuery<InvitationEntity> invitations(String query) {
        return rows.query(query, InvitationEntity.class);
    }

    private List<Invitation> read(TypedQuery<InvitationEntity> query) {
        return rows.read(query, InvitationEntity::toInvitation);
    }
}
