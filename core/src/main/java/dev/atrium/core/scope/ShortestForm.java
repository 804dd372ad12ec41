package dev.atrium.core.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Factors resource scopes: same resources unite their interactions, and what another covers is left out. */
final class ShortestForm {
    /** More resource scopes are left as they are, for each is compared with each. */
    private static final int MOST_SCOPES = 500;

    private ShortestForm() {}

    /** Scopes that are not for FHIR data, or grant nothing, stay as they are. */
    static ScopeSet of(ScopeSet scopes) {
        List<ResourceScope> resources = scopes.resourceScopes().stream()
                .filter(scope -> scope.access().grants())
                .toList();
        if (resources.size() > MOST_SCOPES) {
            return scopes;
        }
        List<ResourceAccess> shortest =
                of(resources.stream().map(ResourceScope::access).toList());
        List<Scope> result = new ArrayList<>();
        for (Scope scope : scopes.scopes()) {
            scope.resource()
                    .filter(resource -> resource.access().grants())
                    .ifPresentOrElse(
                            part -> takeWithPart(part, shortest)
                                    .map(access -> written(access, part, resources))
                                    .ifPresent(result::add),
                            () -> result.add(scope));
        }
        return new ScopeSet(result);
    }

    /** Accesses that grant something, in the order of their first part. */
    static List<ResourceAccess> of(List<ResourceAccess> accesses) {
        List<ResourceAccess> united = new ArrayList<>();
        accesses.forEach(access -> unite(united, access));
        List<ResourceAccess> shortest = new ArrayList<>();
        for (ResourceAccess access : united) {
            if (united.stream().noneMatch(other -> other.covers(access) && !other.equals(access))) {
                shortest.add(access);
            }
        }
        return shortest;
    }

    private static void unite(List<ResourceAccess> united, ResourceAccess access) {
        for (int i = 0; i < united.size(); i++) {
            ResourceAccess other = united.get(i);
            if (other.sameResourcesAs(access)) {
                united.set(i, other.with(other.interactions().plus(access.interactions())));
                return;
            }
        }
        united.add(access);
    }

    /** The access that the part went into, once. */
    private static Optional<ResourceAccess> takeWithPart(ResourceScope part, List<ResourceAccess> shortest) {
        Optional<ResourceAccess> uniting =
                shortest.stream().filter(part.access()::sameResourcesAs).findFirst();
        uniting.ifPresent(shortest::remove);
        return uniting;
    }

    /** In words that were there already, where there were any. */
    private static ResourceScope written(ResourceAccess access, ResourceScope part, List<ResourceScope> resources) {
        return resources.stream()
                .filter(scope -> scope.access().equals(access))
                .findFirst()
                .orElseGet(() -> ResourceScope.of(access, part.syntax()));
    }
}
