package dev.atrium.core.scope;

import java.util.Optional;

/** Placeholder until the scope algebra lands. */
public record ScopeSet(String text) {
    public static ScopeSet parse(String text) {
        return new ScopeSet(text);
    }

    Optional<String> first() {
        return Optional.of(text);
    }
}
