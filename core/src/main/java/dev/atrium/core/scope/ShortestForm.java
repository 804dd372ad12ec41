package dev.atrium.core.scope;

import java.util.ArrayList;
import java.util.List;

/** The same access in fewer parts: same resources unite their interactions, and what another covers is left out. */
final class ShortestForm {
    private ShortestForm() {}

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
}
