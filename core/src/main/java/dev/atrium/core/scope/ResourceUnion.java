package dev.atrium.core.scope;

import dev.atrium.core.search.SearchParameter;
import dev.atrium.core.search.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Several accesses taken together: they may cover what none of them covers alone (SMART 2.2.0, scope equivalence). */
final class ResourceUnion {
    private final List<ResourceAccess> members = new ArrayList<>();

    ResourceUnion(List<ResourceScope> scopes) {
        for (ResourceScope scope : scopes) {
            if (scope.access().grants()) {
                members.add(scope.access());
            }
        }
    }

    /** What the wanted access has in common with each member. */
    List<ResourceAccess> intersect(ResourceAccess wanted) {
        List<ResourceAccess> parts = new ArrayList<>();
        if (wanted.grants()) {
            for (ResourceAccess member : members) {
                wanted.intersect(member).ifPresent(parts::add);
            }
        }
        return parts;
    }

    /**
     * Each interaction and, of one parameter at a time, each alternative may be covered by another member. Splitting
     * several parameters at once would cost exponentially much; what only that would cover is not covered.
     */
    boolean covers(ResourceAccess wanted) {
        if (!wanted.grants()) {
            return false;
        }
        Interactions missing = missing(wanted);
        return missing.isEmpty() || (wanted.query().isPresent() && coversByAlternatives(wanted.with(missing)));
    }

    private Interactions missing(ResourceAccess wanted) {
        Interactions missing = wanted.interactions();
        for (ResourceAccess member : members) {
            if (member.coversResourcesOf(wanted)) {
                missing = missing.without(member.interactions());
            }
        }
        return missing;
    }

    private boolean coversByAlternatives(ResourceAccess wanted) {
        SearchQuery query = wanted.query().orElseThrow();
        for (int i = 0; i < query.parameters().size(); i++) {
            Map<String, String> alternatives = query.parameters().get(i).alternatives();
            if (alternatives.size() > 1 && coversEach(wanted, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean coversEach(ResourceAccess wanted, int place) {
        List<SearchParameter> parameters =
                new ArrayList<>(wanted.query().orElseThrow().parameters());
        SearchParameter split = parameters.get(place);
        for (Map.Entry<String, String> alternative : split.alternatives().entrySet()) {
            parameters.set(
                    place, new SearchParameter(split.name(), Map.of(alternative.getKey(), alternative.getValue())));
            if (!missing(wanted.with(SearchQuery.of(parameters))).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
