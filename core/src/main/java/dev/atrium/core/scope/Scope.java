package dev.atrium.core.scope;

import java.util.Optional;

/**
 * One scope of a request, a policy or a grant.
 *
 * <p>Every text is some scope: what cannot be understood stays as {@link UnreadableScope}, which grants nothing.
 */
public sealed interface Scope permits ResourceScope, LaunchScope, NamedScope, ExtensionScope, UnreadableScope {
    /** The scope as its author wrote it, byte for byte. */
    String text();

    ScopeKind kind();

    /** Whether everything the other scope grants is granted by this one. */
    boolean covers(Scope other);

    /** Whether the scope asks for FHIR data, a FHIR context or a FHIR identity, or looks as if it meant to. */
    boolean concernsFhir();

    /** Itself, where it is a scope for FHIR data. */
    default Optional<ResourceScope> resource() {
        return Optional.empty();
    }

    /** Reads any text at all; never fails. */
    static Scope parse(String token) {
        if (!ScopeGrammar.isToken(token)) {
            return new UnreadableScope(token);
        }
        Optional<? extends Scope> scope = ResourceScope.parse(token);
        if (scope.isEmpty()) {
            scope = LaunchScope.parse(token);
        }
        if (scope.isEmpty()) {
            scope = NamedScope.parse(token);
        }
        if (scope.isEmpty()) {
            scope = ExtensionScope.parse(token);
        }
        return scope.isPresent() ? scope.get() : new UnreadableScope(token);
    }
}
