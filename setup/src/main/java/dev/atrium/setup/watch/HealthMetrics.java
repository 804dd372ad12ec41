package dev.atrium.setup.watch;

import dev.atrium.setup.health.Finding;
import dev.atrium.setup.health.FindingKind;
import dev.atrium.setup.health.Severity;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/** How many findings of which kind each realm has, as this node saw it last, on Keycloak's metrics endpoint. */
final class HealthMetrics {
    private final Map<String, Seen> seen = new HashMap<>();
    private @Nullable MultiGauge gauge;

    /** Once the server is up: before, its registries are not there yet. */
    synchronized void register() {
        gauge = MultiGauge.builder("atrium.health.findings")
                .description("What is not as it should be in a realm, by the id of the finding")
                .register(Metrics.globalRegistry);
    }

    synchronized void tell(RealmModel realm, List<Finding> found) {
        Map<FindingKind, Long> counts =
                found.stream().collect(Collectors.groupingBy(Finding::kind, TreeMap::new, Collectors.counting()));
        seen.put(realm.getId(), new Seen(realm.getName(), counts));
        show();
    }

    /** Forgets the realms that are not among these. */
    synchronized void keep(Set<String> realmIds) {
        seen.keySet().retainAll(realmIds);
        show();
    }

    /** How many errors a realm has, by its name; those without have no entry. */
    synchronized Map<String, Long> errors() {
        Map<String, Long> errors = new TreeMap<>();
        seen.values().stream()
                .filter(realm -> realm.errors() > 0)
                .forEach(realm -> errors.put(realm.realm(), realm.errors()));
        return errors;
    }

    private void show() {
        if (gauge != null) {
            gauge.register(seen.values().stream().flatMap(Seen::rows).collect(Collectors.toList()), true);
        }
    }

    private record Seen(String realm, Map<FindingKind, Long> counts) {
        private Stream<Row<?>> rows() {
            return counts.entrySet().stream().map(count -> Row.of(tags(count.getKey()), count.getValue()));
        }

        private long errors() {
            return counts.entrySet().stream()
                    .filter(count -> count.getKey().severity() == Severity.ERROR)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        private Tags tags(FindingKind kind) {
            return Tags.of(
                    "realm",
                    realm,
                    "finding",
                    kind.id(),
                    "severity",
                    kind.severity().text());
        }
    }
}
