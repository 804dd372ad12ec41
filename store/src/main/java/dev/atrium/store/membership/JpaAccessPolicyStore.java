package dev.atrium.store.membership;

import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.policy.AccessPolicyId;
import dev.atrium.core.policy.AccessPolicyStore;
import dev.atrium.core.store.Outcome;
import dev.atrium.core.store.Page;
import dev.atrium.store.jpa.RealmRows;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/** The access policies of one realm, in Keycloak's database. */
public final class JpaAccessPolicyStore implements AccessPolicyStore {
    private static final String BY_ID = "select p from AtriumAccessPolicy p where p.realmId = :realm and p.id = :id";
    private static final String BY_NAME =
            "select p from AtriumAccessPolicy p where p.realmId = :realm and p.nameKey = :name";
    private static final String ALL = "select p from AtriumAccessPolicy p where p.realmId = :realm order by p.nameKey";
    private static final String COUNT = "select count(p) from AtriumAccessPolicy p where p.realmId = :realm";
    private static final String OTHERS_OF_THAT_NAME =
            "select count(p) from AtriumAccessPolicy p where p.realmId = :realm and p.nameKey = :name and p.id <> :id";
    private static final String USERS =
            "select count(m) from AtriumMembership m where m.realmId = :realm and m.policyId = :id";
    private static final String INVITED =
            "select count(i) from AtriumInvitation i where i.realmId = :realm and i.policyId = :id and i.state = PENDING";
    private static final String DELETE = "delete from AtriumAccessPolicy p where p.realmId = :realm and p.id = :id";

    private final RealmRows rows;

    public JpaAccessPolicyStore(RealmRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<AccessPolicy> find(AccessPolicyId id) {
        return read(policies(BY_ID).setParameter("id", id.value())).stream().findFirst();
    }

    @Override
    public Optional<AccessPolicy> findByName(String name) {
        return read(policies(BY_NAME).setParameter("name", AccessPolicyEntity.nameKey(name))).stream()
                .findFirst();
    }

    @Override
    public List<AccessPolicy> list(Page page) {
        return read(policies(ALL).setFirstResult(page.first()).setMaxResults(page.max()));
    }

    @Override
    public long count() {
        return rows.query(COUNT, Long.class).getSingleResult();
    }

    @Override
    public Outcome create(AccessPolicy policy) {
        if (taken(policy)) {
            return Outcome.TAKEN;
        }
        rows.insert(new AccessPolicyEntity(rows.realmId(), policy));
        return Outcome.DONE;
    }

    @Override
    public Outcome update(AccessPolicy policy) {
        Optional<AccessPolicyEntity> present = policies(BY_ID)
                .setParameter("id", policy.id().value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
        return present.map(row -> replace(row, policy)).orElse(Outcome.NOT_FOUND);
    }

    @Override
    public Outcome delete(AccessPolicyId id) {
        if (!rows.lock(policies(BY_ID).setParameter("id", id.value()), LockModeType.PESSIMISTIC_WRITE)) {
            return Outcome.NOT_FOUND;
        }
        if (count(USERS, id) > 0 || count(INVITED, id) > 0) {
            return Outcome.IN_USE;
        }
        rows.change(DELETE).setParameter("id", id.value()).executeUpdate();
        return Outcome.DONE;
    }

    private long count(String query, AccessPolicyId id) {
        return rows.query(query, Long.class).setParameter("id", id.value()).getSingleResult();
    }

    private Outcome replace(AccessPolicyEntity row, AccessPolicy policy) {
        if (taken(policy)) {
            rows.release(row);
            return Outcome.TAKEN;
        }
        row.replaceWith(policy);
        rows.update(row);
        return Outcome.DONE;
    }

    private boolean taken(AccessPolicy policy) {
        return rows.query(OTHERS_OF_THAT_NAME, Long.class)
                        .setParameter("name", AccessPolicyEntity.nameKey(policy.name()))
                        .setParameter("id", policy.id().value())
                        .getSingleResult()
                > 0;
    }

    private TypedQuery<AccessPolicyEntity> policies(String query) {
        return rows.query(query, AccessPolicyEntity.class);
    }

    private List<AccessPolicy> read(TypedQuery<AccessPolicyEntity> query) {
        return rows.read(query, AccessPolicyEntity::toPolicy);
    }
}
