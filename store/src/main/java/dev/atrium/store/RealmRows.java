package dev.atrium.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of one realm. Each statement must name it as {@code :realm}, and no row stays in Hibernate's session. */
final class RealmRows {
    private final EntityManager entities;
    private final String realmId;

    RealmRows(EntityManager entities, String realmId) {
        this.entities = entities;
        this.realmId = realmId;
    }

    <E> TypedQuery<E> query(String statement, Class<E> result) {
        return entities.createQuery(statement, result).setParameter("realm", realmId);
    }

    Query change(String statement) {
        return entities.createQuery(statement).setParameter("realm", realmId);
    }

    /** Reads rows as values and lets go of the rows. */
    <E, V> List<V> read(TypedQuery<E> query, Function<E, V> value) {
        return query.getResultList().stream().peek(this::release).map(value).collect(Collectors.toList());
    }

    /** Locks rows until the transaction ends, and says whether there are any. */
    boolean lock(TypedQuery<?> query, LockModeType mode) {
        List<?> found = query.setLockMode(mode).getResultList();
        found.forEach(this::release);
        return !found.isEmpty();
    }

    void insert(Object row) {
        entities.persist(row);
        update(row);
    }

    void update(Object row) {
        entities.flush();
        release(row);
    }

    void release(Object row) {
        if (row instanceof Object[] several) {
            List.of(several).forEach(entities::detach);
        } else {
            entities.detach(row);
        }
    }

    String realmId() {
        return realmId;
    }
}
