package dev.atrium.store.jpa;

import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What rows must fulfil: only what was asked for stands in the statement, so that an index fits it. */
public final class Conditions {
    private final StringBuilder text;
    private final Map<String, Object> parameters = new HashMap<>();

    private Conditions(String text) {
        this.text = new StringBuilder(text);
    }

    /** Conditions on a row of the realm that is bound as {@code :realm}. */
    public static Conditions inRealm(String row) {
        return new Conditions(" where " + row + ".realmId = :realm");
    }

    /** Adds a condition with the one parameter it needs, when there is a value for it. */
    public Conditions and(String condition, String parameter, Optional<?> value) {
        return value.map(present -> and(condition, Map.of(parameter, present))).orElse(this);
    }

    /** Adds a condition with all parameters it needs. */
    public Conditions and(String condition, Map<String, ?> values) {
        text.append(" and (").append(condition).append(')');
        parameters.putAll(values);
        return this;
    }

    public <Q extends Query> Q bind(Q query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
