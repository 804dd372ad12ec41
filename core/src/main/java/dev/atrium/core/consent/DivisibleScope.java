package dev.atrium.core.consent;

import dev.atrium.core.scope.ResourceScope;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.core.scope.ScopeSyntax;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A scope with the parts of it that a person can agree to by themselves: a wildcard by resource types, conditions and
 * observations by categories (ONC (g)(10): authorization per resource type, and per sub-resource).
 *
 * @param parts empty where it is agreed to as a whole or not at all; what they leave of it goes with all of them only
 */
public record DivisibleScope(Scope scope, List<DivisibleScope> parts) {
    public DivisibleScope {
        parts = List.copyOf(parts);
    }

    public static DivisibleScope of(Scope scope) {
        return scope.resource()
                .filter(resource -> !resource.isGranular())
                .map(resource -> new DivisibleScope(scope, partsOf(resource)))
                .orElseGet(() -> new DivisibleScope(scope, List.of()));
    }

    /**
     * What is agreed to of a scope that is agreed to at all: the whole where everything is ticked, else the ticked parts
     * alone.
     *
     * @param ticked the texts of parts
     */
    public ScopeSet chosen(Collection<String> ticked) {
        if (parts.isEmpty()) {
            return whole();
        }
        ScopeSet agreed = ScopeSet.EMPTY;
        boolean all = true;
        for (DivisibleScope part : parts) {
            ScopeSet ofPart = ticked.contains(part.scope.text()) ? part.chosen(ticked) : ScopeSet.EMPTY;
            all &= ofPart.contains(part.scope.text());
            agreed = agreed.plus(ofPart);
        }
        return all ? whole() : agreed;
    }

    /** The smallest parts, itself where it has none. */
    public Stream<Scope> leaves() {
        return parts.isEmpty() ? Stream.of(scope) : parts.stream().flatMap(DivisibleScope::leaves);
    }

    private ScopeSet whole() {
        return ScopeSet.of(List.of(scope));
    }

    private static List<DivisibleScope> partsOf(ResourceScope resource) {
        List<DivisibleScope> parts = new ArrayList<>();
        if (resource.type().isWildcard()) {
            ScopePartition.TYPES.forEach(type -> parts.add(of(part(resource, type, permission(resource)))));
        } else {
            ScopePartition.categories(resource.type())
                    .forEach(category -> parts.add(of(part(
                            resource,
                            resource.type().name(),
                            resource.interactions().letters() + "?category=" + category))));
        }
        return parts;
    }

    private static Scope part(ResourceScope whole, String type, String rest) {
        return Scope.parse(whole.level().text() + "/" + type + "." + rest);
    }

    /** In the version of the whole; version 1 has no categories. */
    private static String permission(ResourceScope resource) {
        return resource.syntax() == ScopeSyntax.V1
                ? resource.interactions().v1Name().orElseThrow()
                : resource.interactions().letters();
    }
}
