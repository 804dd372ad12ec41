package dev.atrium.core.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Narrows requested scopes to a ceiling and chooses the words of the answer. */
final class Narrowing {
    private final ScopeSet ceiling;
    private final ResourceUnion allowed;

    Narrowing(ScopeSet ceiling) {
        this.ceiling = ceiling;
        this.allowed = new ResourceUnion(ceiling.resourceScopes());
    }

    /** A request allowed as a whole is echoed; one narrowed to part of a type is answered in version 2 throughout. */
    ScopeSet of(ScopeSet requested) {
        List<Scope> granted = new ArrayList<>();
        boolean whole = true;
        boolean granular = false;
        for (Scope scope : requested.scopes()) {
            List<? extends Scope> parts = partsOf(scope);
            whole &= parts.size() == 1 && parts.get(0).equals(scope);
            granular |= parts.stream().anyMatch(Narrowing::isGranular);
            granted.addAll(parts);
        }
        ScopeSet narrowed = new ScopeSet(granted);
        return whole || !granular ? narrowed : narrowed.inV2();
    }

    private List<? extends Scope> partsOf(Scope scope) {
        Optional<ResourceScope> resource = scope.resource();
        if (resource.isPresent()) {
            return partsOf(resource.get());
        }
        for (Scope each : ceiling.scopes()) {
            if (each.covers(scope)) {
                return List.of(scope);
            }
        }
        return List.of();
    }

    private List<ResourceScope> partsOf(ResourceScope scope) {
        if (allowed.covers(scope.access())) {
            return List.of(scope);
        }
        return ShortestForm.of(allowed.intersect(scope.access())).stream()
                .map(part -> ResourceScope.of(part, scope.syntax()))
                .toList();
    }

    private static boolean isGranular(Scope scope) {
        return scope.resource().filter(ResourceScope::isGranular).isPresent();
    }
}
