package dev.atrium.demo.fhir.records;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.hl7.fhir.r4.model.Resource;

/** The resources of one organization, in memory, in the order of their ids. */
public final class Records {
    private final Map<Class<? extends Resource>, Map<String, Resource>> byType =
            new ConcurrentSkipListMap<>(Comparator.comparing(Class::getName));

    /** Takes these; each has its id. */
    public static Records of(Collection<? extends Resource> resources) {
        var records = new Records();
        resources.forEach(records::put);
        return records;
    }

    /** Adds the resource, or replaces the one of its type and id. */
    public void put(Resource resource) {
        byType.computeIfAbsent(resource.getClass(), type -> new ConcurrentSkipListMap<>())
                .put(resource.getIdElement().getIdPart(), resource);
    }

    /** The types of which there are resources. */
    public Set<Class<? extends Resource>> types() {
        return byType.keySet();
    }

    /** The one of that type and id. */
    public Optional<Resource> find(Class<? extends Resource> type, String id) {
        return Optional.ofNullable(byType.getOrDefault(type, Map.of()).get(id));
    }

    /** All of one type. */
    public <T extends Resource> List<T> all(Class<T> type) {
        return byType.getOrDefault(type, Map.of()).values().stream()
                .map(type::cast)
                .toList();
    }
}
