package dev.atrium.directory.scope;

import dev.atrium.core.search.SearchParameter;
import dev.atrium.core.search.SearchQuery;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says the search of a scope in one sentence: each parameter by what it is called, and the values that it admits. What
 * there are no words for is said to be so: a code or an address says nothing to those who decide.
 *
 * @param type the resource type that is searched
 */
record QueryText(ScopeText.Messages messages, String type) {
    private static final Pattern CODE =
            Pattern.compile("(?:http://terminology\\.hl7\\.org/CodeSystem/[A-Za-z0-9-]+\\|)?([a-z][a-z-]{0,40})");

    String of(SearchQuery query) {
        return joined("atrium.scopes.and", query.parameters().stream().map(this::parameter));
    }

    private String parameter(SearchParameter parameter) {
        return known("atrium.search." + parameter.name())
                .map(name -> messages.get(
                        "atrium.scopes.where",
                        name,
                        joined(
                                "atrium.scopes.or",
                                parameter.alternatives().keySet().stream().map(this::value))))
                .orElseGet(() -> messages.get("atrium.scopes.where.unknown"));
    }

    private String value(String value) {
        Matcher code = CODE.matcher(value);
        return Optional.of(code)
                .filter(Matcher::matches)
                .flatMap(found -> known("atrium.search.value." + found.group(1))
                        .or(() -> known("atrium.resource." + type + "." + found.group(1))))
                .map(text -> messages.get("atrium.scopes.value", text))
                .orElseGet(() -> messages.get("atrium.scopes.value.unknown"));
    }

    /** What is said twice is said once. */
    private String joined(String key, Stream<String> parts) {
        List<String> different = parts.distinct().toList();
        return different.stream()
                .reduce((all, next) -> messages.get(key, all, next))
                .orElse("");
    }

    private Optional<String> known(String key) {
        return Optional.of(messages.get(key)).filter(text -> !text.equals(key));
    }
}
