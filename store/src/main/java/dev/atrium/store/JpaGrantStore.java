package dev.atrium.store;

import dev.atrium.core.project.Grant;
import dev.atrium.core.project.GrantStore;
import dev.atrium.core.project.MembershipId;
import dev.atrium.core.project.UserId;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The grants of one realm, in Keycloak's database. */
final class JpaGrantStore implements GrantStore {
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

    JpaGrantStore(RealmRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Grant> find(Grant.Key key) {
        return rows.read(bind(rows.query(FIND, GrantEntity.class), key), GrantEntity::toGrant).stream()
                .findFirst();
    }

    @Override
    public List<Grant> ofUser(UserId user) {
        return rows.read(
                rows.query(OF_USER, GrantEntity.class).setParameter("user", user.value()), GrantEntity::toGrant);
    }

    /**
     * {@inheritDoc} Nothing happens when the membership is gone.
     *
     * <p>The membership is locked: of two grants at once the later one waits, and then finds the earlier one to replace.
     */
    @Override
    public void save(Grant grant) {
        if (membershipLocked(grant.key().membership()) && !replaced(grant)) {
            rows.insert(new GrantEntity(UUID.randomUUID().toString(), rows.realmId(), grant));
        }
    }

    private boolean membershipLocked(MembershipId id) {
        return rows.lock(
                rows.query(MEMBERSHIP, MembershipEntity.class).setParameter("membership", id.value()),
                LockModeType.PESSIMISTIC_WRITE);
    }

    private boolean replaced(Grant grant) {
        return bind(rows.change(REPLACE), grant.key())
                        .setParameter("scopes", grant.agreed().text())
                        .setParameter("declined", grant.agreement().declined().text())
                        .setParameter("requested", grant.agreement().requested().text())
                        .setParameter("at", grant.agreedAt().toEpochMilli())
                        .executeUpdate()
                > 0;
    }

    private static <Q extends Query> Q bind(Q query, Grant.Key key) {
        query.setParameter("user", key.user().value())
                .setParameter("client", key.client().value())
                .setParameter("membership", key.membership().value());
        return query;
    }
}
