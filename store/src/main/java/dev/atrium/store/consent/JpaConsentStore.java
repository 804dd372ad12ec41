package dev.atrium.store.consent;

import dev.atrium.core.account.UserId;
import dev.atrium.core.consent.ConsentRecord;
import dev.atrium.core.consent.ConsentStore;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.store.jpa.RealmRows;
import dev.atrium.store.membership.MembershipEntity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The grants of one realm, in Keycloak's database. */
public final class JpaConsentStore implements ConsentStore {
    private static final String FIND = """
            select g from AtriumGrant g
            where g.realmId = :realm and g.userId = :user and g.clientId = :client and g.membershipId = :membership
            """;

    private static final String OF_USER = """
            select g from AtriumGrant g
            where g.realmId = :realm and g.userId = :user order by g.agreedAt, g.id
            """;

    private static final String MEMBERSHIP =
            "select m from AtriumMembership m where m.realmId = :realm and m.id = :membership";
    private static final String REPLACE = """
            update AtriumGrant g set g.agreedScopes = :scopes, g.declinedScopes = :declined, g.requestedScopes = :requested, g.agreedAt = :at
            where g.realmId = :realm and g.userId = :user and g.clientId = :client and g.membershipId = :membership
            """;

    private final RealmRows rows;

    public JpaConsentStore(RealmRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<ConsentRecord> find(ConsentRecord.Key key) {
        return rows.read(bind(rows.query(FIND, ConsentEntity.class), key), ConsentEntity::toGrant).stream()
                .findFirst();
    }

    @Override
    public List<ConsentRecord> ofUser(UserId user) {
        return rows.read(
                rows.query(OF_USER, ConsentEntity.class).setParameter("user", user.value()), ConsentEntity::toGrant);
    }

    /**
     * {@inheritDoc} Nothing happens when the membership is gone.
     *
     * <p>The membership is locked: of two grants at once the later one waits, and then finds the earlier one to replace.
     */
    @Override
    public void save(ConsentRecord grant) {
        if (membershipLocked(grant.key().membership()) && !replaced(grant)) {
            rows.insert(new ConsentEntity(UUID.randomUUID().toString(), rows.realmId(), grant));
        }
    }

    private boolean membershipLocked(MembershipId id) {
        return rows.lock(
                rows.query(MEMBERSHIP, MembershipEntity.class).setParameter("membership", id.value()),
                LockModeType.PESSIMISTIC_WRITE);
    }

    private boolean replaced(ConsentRecord grant) {
        return bind(rows.change(REPLACE), grant.key())
                        .setParameter("scopes", grant.agreed().text())
                        .setParameter("declined", grant.consented().declined().text())
                        .setParameter("requested", grant.consented().requested().text())
                        .setParameter("at", grant.agreedAt().toEpochMilli())
                        .executeUpdate()
                > 0;
    }

    private static <Q extends Query> Q bind(Q query, ConsentRecord.Key key) {
        query.setParameter("user", key.user().value())
                .setParameter("client", key.client().value())
                .setParameter("membership", key.membership().value());
        return query;
    }
}
