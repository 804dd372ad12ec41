package dev.atrium.store.membership;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.ProfileSearch;
import dev.atrium.core.membership.ProfileStore;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.store.jpa.Conditions;
import dev.atrium.store.jpa.RealmRows;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the people of one realm can choose from, in Keycloak's database. */
public final class JpaProfileStore implements ProfileStore {
    /** Databases differ in where they put what is empty, so it is said. */
    private static final String LAST_USED_FIRST = " order by m.lastUsed desc nulls last, m.created, m.id";

    private static final String POLICIES = """
            select p from AtriumAccessPolicy p where p.realmId = :realm and p.id in
            (select m.policyId from AtriumMembership m
            where m.realmId = :realm and m.userId = :user and m.active = true)
            """;
    private static final String PROJECTS = """
            select distinct m.projectId from AtriumMembership m
            where m.realmId = :realm and m.userId = :user and m.active = true
            """;

    private final RealmRows rows;

    public JpaProfileStore(RealmRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Membership> activeOf(UserId user, ProfileSearch search, int most) {
        Conditions conditions = MembershipConditions.activeOf(user, search);
        String query = JpaMembershipStore.WITH_POLICY + conditions + LAST_USED_FIRST;
        return rows.read(
                conditions.bind(rows.query(query, Object[].class)).setMaxResults(most), JpaMembershipStore::membership);
    }

    @Override
    public List<AccessPolicy> policiesOf(UserId user) {
        return rows.read(
                rows.query(POLICIES, AccessPolicyEntity.class).setParameter("user", user.value()),
                AccessPolicyEntity::toPolicy);
    }

    @Override
    public Set<ProjectId> projectsOf(UserId user) {
        return rows.query(PROJECTS, String.class)
                .setParameter("user", user.value())
                .getResultStream()
                .map(ProjectId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
