package dev.atrium.rest.health;

import dev.atrium.setup.health.Finding;
import java.util.List;

/**
 * How a realm is.
 *
 * @param healthy whether there is no finding that is more than a hint
 * @param findings the gravest first
 */
record HealthRepresentation(boolean healthy, List<FindingRepresentation> findings) {
    static HealthRepresentation of(List<Finding> found) {
        return new HealthRepresentation(
                found.stream().noneMatch(Finding::matters),
                found.stream().map(FindingRepresentation::of).toList());
    }
}
