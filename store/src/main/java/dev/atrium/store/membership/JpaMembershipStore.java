package dev.atrium.store.membership;

import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipFilter;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.membership.MembershipStore;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.store.Outcome;
import dev.atrium.core.store.Page;
import dev.atrium.store.jpa.Conditions;
import dev.atrium.store.jpa.RealmRows;
import dev.atrium.store.jpa.StableOrder;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The memberships of one realm, in Keycloak's database. */
public final class JpaMembershipStore implements MembershipStore {
    static final String WITH_POLICY = """
            select m, p from AtriumMembership m
            join AtriumAccessPolicy p on p.realmId = m.realmId and p.id = m.policyId
            """;
    private static final String WITH_ID = " where m.realmId = :realm and m.id = :id";

    private static final String WITH_EXTERNAL_ID =
            " where m.realmId = :realm and m.projectId = :project and m.externalId = :external";

    private static final String ADMINISTRATORS =
            " where m.realmId = :realm and m.projectId = :project and m.admin = true and m.active = true order by m.id";

    private static final String POLICY =
            "select p from AtriumAccessPolicy p where p.realmId = :realm and p.id = :policy";
    private static final String TWINS = """
            select count(m) from AtriumMembership m
            where m.realmId = :realm and m.projectId = :project and m.id <> :id
            and (m.userId = :user and m.profile = :profile or m.externalId = :external)
            """;

    private final RealmRows rows;

    public JpaMembershipStore(RealmRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Membership> find(MembershipId id) {
        return read(rows.query(WITH_POLICY + WITH_ID, Object[].class).setParameter("id", id.value())).stream()
                .findFirst();
    }

    @Override
    public Optional<Membership> lock(MembershipId id) {
        return rows.lock(row(id), LockModeType.PESSIMISTIC_WRITE) ? find(id) : Optional.empty();
    }

    /** In the order of their ids, so that two who lock them do not wait for each other. */
    @Override
    public List<Membership> lockAdministrators(ProjectId project) {
        rows.lock(
                rows.query("select m from AtriumMembership m" + ADMINISTRATORS, MembershipEntity.class)
                        .setParameter("project", project.value()),
                LockModeType.PESSIMISTIC_WRITE);
        return read(rows.query(WITH_POLICY + ADMINISTRATORS, Object[].class).setParameter("project", project.value()));
    }

    @Override
    public Optional<Membership> findByExternalId(ProjectId project, String externalId) {
        return read(rows.query(WITH_POLICY + WITH_EXTERNAL_ID, Object[].class)
                        .setParameter("project", project.value())
                        .setParameter("external", externalId))
                .stream()
                .findFirst();
    }

    @Override
    public List<Membership> list(MembershipFilter filter, Page page) {
        Conditions conditions = MembershipConditions.of(filter);
        return read(StableOrder.MEMBERSHIPS.part(
                statement -> rows.query(statement, Object[].class), WITH_POLICY, conditions, page));
    }

    @Override
    public long count(MembershipFilter filter, int most) {
        return StableOrder.MEMBERSHIPS.count(rows, MembershipConditions.of(filter), most);
    }

    @Override
    public Outcome create(Membership membership) {
        if (!policyStays(membership)) {
            return Outcome.NOT_FOUND;
        }
        if (taken(membership)) {
            return Outcome.TAKEN;
        }
        rows.insert(new MembershipEntity(rows.realmId(), membership));
        return Outcome.DONE;
    }

    @Override
    public Outcome update(Membership membership) {
        Optional<MembershipEntity> present =
                row(membership.id()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream()
                        .findFirst();
        return present.map(row -> replace(row, membership)).orElse(Outcome.NOT_FOUND);
    }

    @Override
    public Outcome delete(MembershipId id) {
        int deleted = rows.change("delete from AtriumMembership m" + WITH_ID)
                .setParameter("id", id.value())
                .executeUpdate();
        return deleted == 0 ? Outcome.NOT_FOUND : Outcome.DONE;
    }

    @Override
    public void used(MembershipId id, Instant when) {
        rows.change("update AtriumMembership m set m.lastUsed = :when" + WITH_ID)
                .setParameter("id", id.value())
                .setParameter("when", when.toEpochMilli())
                .executeUpdate();
    }

    private TypedQuery<MembershipEntity> row(MembershipId id) {
        return rows.query("select m from AtriumMembership m" + WITH_ID, MembershipEntity.class)
                .setParameter("id", id.value());
    }

    private Outcome replace(MembershipEntity row, Membership membership) {
        boolean policyStays = policyStays(membership);
        if (!policyStays || taken(membership)) {
            rows.release(row);
            return policyStays ? Outcome.TAKEN : Outcome.NOT_FOUND;
        }
        row.replaceWith(membership);
        rows.update(row);
        return Outcome.DONE;
    }

    /** Keeps the policy from being deleted meanwhile, which H2's foreign key does not. */
    private boolean policyStays(Membership membership) {
        return rows.lock(
                rows.query(POLICY, AccessPolicyEntity.class)
                        .setParameter("policy", membership.policy().id().value()),
                LockModeType.PESSIMISTIC_READ);
    }

    private boolean taken(Membership membership) {
        TypedQuery<Long> twins = rows.query(TWINS, Long.class)
                .setParameter("id", membership.id().value())
                .setParameter("project", membership.project().value())
                .setParameter("user", membership.user().value())
                .setParameter("profile", membership.profile().reference())
                .setParameter("external", membership.externalId().orElse(null));
        return twins.getSingleResult() > 0;
    }

    private List<Membership> read(TypedQuery<Object[]> query) {
        return rows.read(query, JpaMembershipStore::membership);
    }

    /** A row that was read with its policy. */
    static Membership membership(Object[] row) {
        return ((MembershipEntity) row[0]).toMembership(((AccessPolicyEntity) row[1]).toPolicy());
    }
}
