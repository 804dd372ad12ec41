package dev.atrium.core.scope;

import java.util.ArrayList;
import java.util.List;

/** Factors resource scopes: same resources unite their interactions, and what another covers is left out. */
final class ShortestForm {
    private ShortestForm() {}

    /** Scopes that are not for FHIR data, or grant nothing, stay as they are. */
    static ScopeSet of(ScopeSet scopes) {
        List<ResourceScope> resources = scopes.resourceScopes();
        List<ResourceAccess> shortest =
                of(resources.stream().map(ResourceScope::access).toList());
        List<Scope> result = new ArrayList<>();
        for (Scope scope : scopes.scopes()) {
            List<ResourceScope> granting = scope.resource().stream()
                    .filter(resource -> resource.access().grants())
                    .toList();
            if (granting.isEmpty()) {
                result.add(scope);
            }
            granting.forEach(resource -> shortest.stream()
                    .filter(resource.access()::sameResourcesAs)
                    .forEach(access -> result.add(written(access, resource, resources))));
        }
        return new ScopeSet(result);
    }

    /** The accesses in the order of their first part. */
    static List<ResourceAccess> of(List<ResourceAccess> accesses) {
        List<ResourceAccess> united = new ArrayList<>();
        accesses.forEach(access -> unite(united, access));
        List<ResourceAccess> shortest = new ArrayList<>();
        for (ResourceAccess access : united) {
            if (united.stream().noneMatch(other -> !other.equals(access) && other.covers(access))) {
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

    /** In words that were there already, where there were any. */
    private static ResourceScope written(ResourceAccess access, ResourceScope part, List<ResourceScope> resources) {
        return resources.stream()
                .filter(scope -> scope.access().equals(access))
                .findFirst()
                .orElseGet(() -> ResourceScope.of(access, part.syntax()));
    }
}
