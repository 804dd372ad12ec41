package dev.atrium.store.health;

import dev.atrium.core.health.RealmSurvey;
import dev.atrium.store.jpa.RealmRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A realm at a glance, from Keycloak's tables and Atrium's. Keycloak's models would load each organization, provider and
 * client by statements of its own.
 */
public final class JpaRealmSurvey implements RealmSurvey {
    private static final String ATTRIBUTES = """
            select o.alias, a.name, a.value from OrganizationEntity o
            left join GroupAttributeEntity a on a.group.id = o.groupId and a.name like :prefix
            where o.realmId = :realm and o.enabled = true
            order by o.alias, a.name, a.id
            """;

    private static final String PROVIDERS = """
            select p.alias, p.firstBrokerLoginFlowId, p.postBrokerLoginFlowId from IdentityProviderEntity p
            where p.realmId = :realm and p.enabled = true and p.organizationId is not null
            order by p.alias
            """;

    private static final String UNUSED = """
            select p.name from AtriumAccessPolicy p where p.realmId = :realm
            and not exists (select 1 from AtriumMembership m where m.realmId = p.realmId and m.policyId = p.id)
            and not exists (select 1 from AtriumInvitation i
                where i.realmId = p.realmId and i.policyId = p.id and i.state = PENDING)
            order by p.nameKey
            """;

    private static final String POLICIES =
            "select p.name from AtriumAccessPolicy p where p.realmId = :realm order by p.nameKey";

    private static final String STRANGERS = """
            select count(one.person) from (
                select g.user.id as person, o.id as project from UserGroupMembershipEntity g
                join OrganizationEntity o on o.groupId = g.groupId
                where o.realmId = :realm and o.enabled = true
                order by g.groupId, g.user.id limit %d) one
            where not exists (select 1 from AtriumMembership m
                where m.realmId = :realm and m.projectId = one.project and m.userId = one.person)
            """.formatted(SAMPLE);

    private static final String SMART_APPS = """
            select c.clientId from ClientEntity c
            where c.realmId = :realm and c.enabled = true and c.standardFlowEnabled = true
            and exists (select 1 from ClientScopeClientMappingEntity m
                join ClientScopeEntity s on s.id = m.clientScopeId
                where m.clientId = c.id and (s.name like 'patient/%' or s.name like 'user/%' or s.name like 'system/%'))
            order by c.clientId
            """;

    private static final String CONSENTS =
            "select c.id from UserConsentEntity c where c.clientId = :client and c.user.realmId = :realm";

    private static final String CLIENT_ATTRIBUTE = """
            select a.client.clientId, a.value from ClientAttributeEntity a
            where a.client.realmId = :realm and a.client.enabled = true and a.name = :name
            order by a.client.clientId
            """;

    private final RealmRows rows;

    public JpaRealmSurvey(RealmRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<String, Map<String, List<String>>> organizationAttributes(String prefix) {
        Map<String, Map<String, List<String>>> found = new TreeMap<>();
        rows.query(ATTRIBUTES, Object[].class)
                .setParameter("prefix", prefix + "%")
                .setMaxResults(MOST)
                .getResultList()
                .forEach(row -> put(row, found.computeIfAbsent((String) row[0], alias -> new TreeMap<>())));
        return found;
    }

    private static void put(Object[] row, Map<String, List<String>> attributes) {
        if (row[1] != null && row[2] != null) {
            attributes
                    .computeIfAbsent((String) row[1], name -> new ArrayList<>())
                    .add((String) row[2]);
        }
    }

    @Override
    public List<LinkedProvider> linkedProviders() {
        return rows.query(PROVIDERS, Object[].class).setMaxResults(MOST).getResultList().stream()
                .map(row -> new LinkedProvider((String) row[0], id(row[1]), id(row[2])))
                .toList();
    }

    private static Optional<String> id(Object column) {
        return Optional.ofNullable((String) column).filter(id -> !id.isEmpty());
    }

    @Override
    public List<String> policiesWithoutMembership() {
        return names(UNUSED);
    }

    @Override
    public List<String> policies() {
        return names(POLICIES);
    }

    @Override
    public long membersWithoutMembership() {
        return rows.query(STRANGERS, Long.class).getSingleResult();
    }

    @Override
    public List<String> smartApps() {
        return names(SMART_APPS);
    }

    @Override
    public boolean hasConsents(String client) {
        return !rows.query(CONSENTS, String.class)
                .setParameter("client", client)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    @Override
    public Map<String, String> clientAttribute(String name) {
        Map<String, String> found = new TreeMap<>();
        rows.query(CLIENT_ATTRIBUTE, Object[].class)
                .setParameter("name", name)
                .setMaxResults(MOST)
                .getResultList()
                .forEach(row -> found.put((String) row[0], row[1] == null ? "" : (String) row[1]));
        return found;
    }

    private List<String> names(String statement) {
        return rows.query(statement, String.class).setMaxResults(MOST).getResultList();
    }
}
