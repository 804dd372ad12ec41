package dev.atrium.core.scope;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The search that narrows a resource scope: parameters of which a resource must meet all (SMART 2.2.0, finer-grained
 * resource constraints using search parameters).
 */
public record SearchQuery(String text, List<SearchParameter> parameters) {
    /** A query of more parameters is not weighed; it grants nothing. */
    private static final int MOST_PARAMETERS = 32;

    public SearchQuery {
        parameters = List.copyOf(parameters);
        if (parameters.isEmpty()) {
            throw new IllegalArgumentException("a query has parameters");
        }
    }

    static SearchQuery of(List<SearchParameter> parameters) {
        return new SearchQuery(
                parameters.stream().map(SearchParameter::text).collect(Collectors.joining("&")), parameters);
    }

    static Optional<SearchQuery> parse(String text) {
        List<SearchParameter> parameters = new ArrayList<>();
        for (int start = 0; start <= text.length(); ) {
            int and = text.indexOf('&', start);
            int end = and < 0 ? text.length() : and;
            Optional<SearchParameter> parameter = SearchParameter.parse(text.substring(start, end));
            if (parameter.isEmpty()) {
                return Optional.empty();
            }
            parameters.add(parameter.get());
            start = end + 1;
        }
        return Optional.of(new SearchQuery(text, parameters));
    }

    /** Modifiers, chaining and {@code _filter}: grammatical, but off (SMART 2.2.0, experimental features). */
    public boolean isExperimental() {
        return parameters.stream().anyMatch(SearchParameter::isExperimental);
    }

    /** Whether each parameter is one we can compare and every FHIR server applies; otherwise the scope grants nothing. */
    public boolean selects() {
        if (parameters.size() > MOST_PARAMETERS) {
            return false;
        }
        for (SearchParameter parameter : parameters) {
            if (!parameter.selects()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the other query asks for all this one asks for, and perhaps for more. */
    boolean covers(SearchQuery other) {
        for (SearchParameter parameter : parameters) {
            if (other.parameters.stream().noneMatch(parameter::covers)) {
                return false;
            }
        }
        return true;
    }

    /** The narrower of the two, or their common alternatives; nothing where neither contains the other. */
    Optional<SearchQuery> intersect(SearchQuery other) {
        if (covers(other)) {
            return Optional.of(other);
        }
        if (other.covers(this)) {
            return Optional.of(this);
        }
        if (repeatsName() || other.repeatsName()) {
            return Optional.empty();
        }
        if (names().containsAll(other.names())) {
            return keepingAlternativesOf(other);
        }
        return other.names().containsAll(names()) ? other.keepingAlternativesOf(this) : Optional.empty();
    }

    private Optional<SearchQuery> keepingAlternativesOf(SearchQuery other) {
        List<SearchParameter> kept = new ArrayList<>();
        for (SearchParameter ours : parameters) {
            Optional<SearchParameter> theirs = other.named(ours.name());
            Optional<SearchParameter> both = theirs.isEmpty()
                    ? Optional.of(ours)
                    : ours.keeping(theirs.get().alternatives().keySet());
            if (both.isEmpty()) {
                return Optional.empty();
            }
            kept.add(both.get());
        }
        return Optional.of(of(kept));
    }

    private Optional<SearchParameter> named(String name) {
        return parameters.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private boolean repeatsName() {
        return names().size() < parameters.size();
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>();
        parameters.forEach(each -> names.add(each.name()));
        return names;
    }
}
