package dev.atrium.core.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The search that narrows a resource scope: parameters of which a resource must meet all (SMART 2.2.0, finer-grained
 * resource constraints using search parameters).
 *
 * <p>Which characters it may have: as part of a scope, those of {@link dev.atrium.core.scope.ScopeGrammar}; in names, those
 * of {@link SearchParameterName}; in values, those of {@link SearchAlternatives}.
 */
public record SearchQuery(String text, List<SearchParameter> parameters) {
    /** A query of more parameters is not read. */
    private static final int MOST_PARAMETERS = 32;

    public SearchQuery {
        parameters = List.copyOf(parameters);
        if (parameters.isEmpty() || parameters.size() > MOST_PARAMETERS) {
            throw new IllegalArgumentException("a query has parameters, but not very many");
        }
    }

    public static SearchQuery of(List<SearchParameter> parameters) {
        return new SearchQuery(
                parameters.stream().map(SearchParameter::text).collect(Collectors.joining("&")), parameters);
    }

    public static Optional<SearchQuery> parse(String text) {
        List<SearchParameter> parameters = new ArrayList<>();
        for (int start = 0; start <= text.length(); ) {
            int and = text.indexOf('&', start);
            int end = and < 0 ? text.length() : and;
            Optional<SearchParameter> parameter = SearchParameter.parse(text.substring(start, end));
            if (parameter.isEmpty() || parameters.size() == MOST_PARAMETERS) {
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
        for (SearchParameter parameter : parameters) {
            if (!parameter.selects()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the other query asks for all this one asks for, and perhaps for more. */
    public boolean covers(SearchQuery other) {
        for (SearchParameter parameter : parameters) {
            if (!other.isWithin(parameter)) {
                return false;
            }
        }
        return true;
    }

    /** The narrower of the two, or their common alternatives; nothing where neither contains the other. */
    public Optional<SearchQuery> intersect(SearchQuery other) {
        if (covers(other)) {
            return Optional.of(other);
        }
        if (other.covers(this)) {
            return Optional.of(this);
        }
        if (repeatsName() || other.repeatsName()) {
            return Optional.empty();
        }
        if (namesAllOf(other)) {
            return keepingAlternativesOf(other);
        }
        return other.namesAllOf(this) ? other.keepingAlternativesOf(this) : Optional.empty();
    }

    private boolean isWithin(SearchParameter wider) {
        for (SearchParameter parameter : parameters) {
            if (wider.covers(parameter)) {
                return true;
            }
        }
        return false;
    }

    private Optional<SearchQuery> keepingAlternativesOf(SearchQuery other) {
        List<SearchParameter> kept = new ArrayList<>();
        for (SearchParameter ours : parameters) {
            Optional<SearchParameter> theirs = other.named(ours.name());
            Optional<SearchParameter> both =
                    theirs.isEmpty() ? Optional.of(ours) : ours.keepingAlternativesOf(theirs.get());
            if (both.isEmpty()) {
                return Optional.empty();
            }
            kept.add(both.get());
        }
        return Optional.of(of(kept));
    }

    private boolean namesAllOf(SearchQuery other) {
        for (SearchParameter parameter : other.parameters) {
            if (named(parameter.name()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean repeatsName() {
        for (int i = 1; i < parameters.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (parameters.get(i).name().equals(parameters.get(j).name())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The first parameter of the name. */
    private Optional<SearchParameter> named(String name) {
        for (SearchParameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }
}
