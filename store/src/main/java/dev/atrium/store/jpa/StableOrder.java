package dev.atrium.store.jpa;

import dev.atrium.core.store.Page;
import jakarta.persistence.TypedQuery;
import java.util.Map;
import java.util.function.Function;

/** The order of a list, by a number and then by id: parts of it do not overlap, and each begins where its index says. */
public enum StableOrder {
    MEMBERSHIPS("AtriumMembership", "m", "created", true),
    INVITATIONS("AtriumInvitation", "i", "created", false),
    MESSAGES("AtriumOutbox", "o", "sequence", false),
    CALLS("AtriumHookCall", "c", "received", false);

    private final String entity;
    private final String row;
    private final String key;
    private final boolean oldestFirst;

    StableOrder(String entity, String row, String key, boolean oldestFirst) {
        this.entity = entity;
        this.row = row;
        this.key = key;
        this.oldestFirst = oldestFirst;
    }

    /** The rows that fulfil the conditions and belong to this part, in order. */
    public <E> TypedQuery<E> part(
            Function<String, TypedQuery<E>> query, String select, Conditions conditions, Page page) {
        Conditions behind = page.after().map(id -> behind(conditions, id)).orElse(conditions);
        String direction = oldestFirst ? "" : " desc";
        String statement = "%s%s order by %s.%s%s, %s.id".formatted(select, behind, row, key, direction, row);
        return behind.bind(query.apply(statement)).setFirstResult(page.first()).setMaxResults(page.max());
    }

    /** How many rows fulfil the conditions; of all of them, or no more than {@code most} are looked at, in order. */
    public long count(RealmRows rows, Conditions conditions, int most) {
        String counted = "from %s %s%s".formatted(entity, row, conditions);
        String statement = most == Integer.MAX_VALUE
                ? "select count(%s) %s".formatted(row, counted)
                : "select count(found.id) from (select %s.id as id %s order by %s.%s limit %d) found"
                        .formatted(row, counted, row, key, most);
        return conditions.bind(rows.query(statement, Long.class)).getSingleResult();
    }

    /** The first comparison alone tells the database where in its index to begin. */
    private Conditions behind(Conditions conditions, String id) {
        String place = "(select a.%s from %s a where a.realmId = :realm and a.id = :after)".formatted(key, entity);
        String own = row + "." + key;
        String further = oldestFirst ? ">" : "<";
        return conditions.and(
                "%s %s= %s and (%s %s %s or %s.id > :after)".formatted(own, further, place, own, further, place, row),
                Map.of("after", id));
    }
}
