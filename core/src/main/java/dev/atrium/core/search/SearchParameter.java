package dev.atrium.core.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A search parameter of a scope and the alternatives it admits: what each means, and how it was written. */
public record SearchParameter(String name, Map<String, String> alternatives) {
    /** The parameters with an underscore that select resources; all others shape the answer and select nothing. */
    private static final Set<String> SELECTING = Set.of(
            "_id",
            "_lastUpdated",
            "_tag",
            "_profile",
            "_security",
            "_source",
            "_language",
            "_list",
            "_in",
            "_text",
            "_content");

    public SearchParameter {
        if (!SearchParameterName.isValid(name) || alternatives.isEmpty()) {
            throw new IllegalArgumentException("not a search parameter");
        }
        alternatives = new LinkedHashMap<>(alternatives);
    }

    @Override
    public Map<String, String> alternatives() {
        return Collections.unmodifiableMap(alternatives);
    }

    /** A name, the first equals sign and a value that is not empty, for FHIR search ignores an empty one. */
    static Optional<SearchParameter> parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 0 || equals == text.length() - 1) {
            return Optional.empty();
        }
        String name = text.substring(0, equals);
        return SearchParameterName.isValid(name)
                ? SearchAlternatives.read(text.substring(equals + 1)).map(values -> new SearchParameter(name, values))
                : Optional.empty();
    }

    public String text() {
        return name + "=" + String.join(",", alternatives.values());
    }

    /** Modifiers, chaining and {@code _filter} (SMART 2.2.0, experimental features). */
    public boolean isExperimental() {
        return name.indexOf(':') >= 0 || name.indexOf('.') >= 0 || name.equals("_filter");
    }

    /** Whether every FHIR server is sure to leave something out for it. */
    boolean selects() {
        if (isExperimental() || (name.charAt(0) == '_' && !SELECTING.contains(name))) {
            return false;
        }
        for (String meaning : alternatives.keySet()) {
            if (!isTelling(meaning)) {
                return false;
            }
        }
        return true;
    }

    boolean covers(SearchParameter other) {
        if (!name.equals(other.name) || alternatives.size() < other.alternatives.size()) {
            return false;
        }
        for (String meaning : other.alternatives.keySet()) {
            if (!alternatives.containsKey(meaning)) {
                return false;
            }
        }
        return true;
    }

    /** The same parameter with only those alternatives that the other one admits too. */
    Optional<SearchParameter> keepingAlternativesOf(SearchParameter other) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (Map.Entry<String, String> alternative : alternatives.entrySet()) {
            if (other.alternatives.containsKey(alternative.getKey())) {
                kept.put(alternative.getKey(), alternative.getValue());
            }
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(new SearchParameter(name, kept));
    }

    /** An empty alternative is ignored by FHIR search, and a control character is anybody's guess. */
    private static boolean isTelling(String meaning) {
        for (int i = 0; i < meaning.length(); i++) {
            if (Character.isISOControl(meaning.charAt(i))) {
                return false;
            }
        }
        return !meaning.isBlank() && !meaning.equals("|");
    }
}
