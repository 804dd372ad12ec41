package dev.atrium.core.dialect;

import dev.atrium.core.scope.ScopeSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a dialect puts into an access token; which claims, {@link TokenDialect} says.
 *
 * @param added claims, as a JSON object has them
 * @param scope what takes the place of the claim {@code scope}; never more than was granted
 */
public record DialectClaims(Map<String, Object> added, Optional<ScopeSet> scope) {
    public DialectClaims {
        added = Map.copyOf(added);
    }

    static DialectClaims none() {
        return new DialectClaims(Map.of(), Optional.empty());
    }

    DialectClaims with(String claim, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(added);
        more.put(claim, value);
        return new DialectClaims(more, scope);
    }

    DialectClaims with(String claim, Optional<?> value) {
        return value.map(present -> with(claim, (Object) present)).orElse(this);
    }

    DialectClaims withScope(ScopeSet other) {
        return new DialectClaims(added, Optional.of(other));
    }
}
