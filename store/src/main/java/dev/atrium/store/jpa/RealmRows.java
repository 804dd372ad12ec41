package dev.atrium.store.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of one realm. Each statement must name it as {@code :realm}, and no row stays in Hibernate's session. */
public final class RealmRows {
    private final EntityManager entities;
    private final String realmId;

    public RealmRows(EntityManager entities, String realmId) {
        this.entities = entities;
        this.realmId = realmId;
    }

    public <E> TypedQuery<E> query(String statement, Class<E> result) {
        return entities.createQuery(statement, result).setParameter("realm", realmId);
    }

    public Query change(String statement) {
        return entities.createQuery(statement).setParameter("realm", realmId);
    }

    /** Reads rows as values and lets go of the rows. */
    public <E, V> List<V> read(TypedQuery<E> query, Function<E, V> value) {
        return query.getResultList().stream().peek(this::release).map(value).collect(Collectors.toList());
    }

    /** Locks rows until the transaction ends, and says whether there are any. */
    public boolean lock(TypedQuery<?> query, LockModeType mode) {
        List<?> found = query.setLockMode(mode).getResultList();
        found.forEach(this::release);
        return !found.isEmpty();
    }

    public void insert(Object row) {
        entities.persist(row);
        update(row);
    }

    public void update(Object row) {
        entities.flush();
        release(row);
    }

    public void release(Object row) {
        if (row instanceof Object[] several) {
            List.of(several).forEach(entities::detach);
        } else {
            entities.detach(row);
        }
    }

    public String realmId() {
        return realmId;
    }
}
