package dev.atrium.core.scope;

import dev.atrium.core.search.SearchQuery;
import java.util.Optional;

/** What a resource scope means, however it is written: on whose authority, which resources, what may be done. */
public record ResourceAccess(
        ScopeLevel level, ResourceType type, Interactions interactions, Optional<SearchQuery> query) {
    public ResourceAccess {
        if (interactions.isEmpty()) {
            throw new IllegalArgumentException("access allows something");
        }
    }

    /**
     * Whether it grants anything at all. A query on every type means nothing, one that is experimental or only shapes
     * the answer would look granular while it gives the whole type.
     */
    public boolean grants() {
        return query.isEmpty() || (!type.isWildcard() && query.get().selects());
    }

    public boolean covers(ResourceAccess other) {
        return interactions.covers(other.interactions) && coversResourcesOf(other) && grants() && other.grants();
    }

    /** Whether all resources the other speaks of are among ours, if both grant anything at all. */
    boolean coversResourcesOf(ResourceAccess other) {
        return level == other.level
                && type.covers(other.type)
                && (query.isEmpty() || (other.query.isPresent() && query.get().covers(other.query.get())));
    }

    boolean sameResourcesAs(ResourceAccess other) {
        return coversResourcesOf(other) && other.coversResourcesOf(this);
    }

    /** What both allow on resources that both speak of, if both grant anything at all. */
    Optional<ResourceAccess> intersect(ResourceAccess other) {
        Interactions both = interactions.intersect(other.interactions);
        if (level != other.level || both.isEmpty()) {
            return Optional.empty();
        }
        Optional<ResourceType> common = type.intersect(other.type);
        if (common.isEmpty()) {
            return Optional.empty();
        }
        if (query.isEmpty() || other.query.isEmpty()) {
            Optional<SearchQuery> only = query.isPresent() ? query : other.query;
            return Optional.of(new ResourceAccess(level, common.get(), both, only));
        }
        return query.get()
                .intersect(other.query.get())
                .map(narrow -> new ResourceAccess(level, common.get(), both, Optional.of(narrow)));
    }

    ResourceAccess with(Interactions others) {
        return new ResourceAccess(level, type, others, query);
    }

    ResourceAccess with(SearchQuery narrower) {
        return new ResourceAccess(level, type, interactions, Optional.of(narrower));
    }
}
