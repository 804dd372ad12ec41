package dev.atrium.directory.scope;

import dev.atrium.core.search.SearchParameter;
import dev.atrium.core.search.SearchQuery;
import java.util.stream.Collectors;

/** Says the search of a scope in one sentence: each parameter by its name, and the values that it admits. */
record QueryText(ScopeText.Messages messages) {
    String of(SearchQuery query) {
        return query.parameters().stream()
                .map(this::parameter)
                .reduce((all, next) -> messages.get("atrium.scopes.and", all, next))
                .orElse("");
    }

    /** Values as they are meant, with the percent escapes read, and whole: a code says little without its system. */
    private String parameter(SearchParameter parameter) {
        String values = parameter.alternatives().keySet().stream()
                .map(value -> messages.get("atrium.scopes.value", value))
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(),
                        all -> all.stream()
                                .reduce((one, other) -> messages.get("atrium.scopes.or", one, other))
                                .orElse("")));
        return messages.get("atrium.scopes.where", parameter.name(), values);
    }
}
