package dev.atrium.core.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the value of a search parameter as the alternatives it lists, each with what it means and how it was written.
 *
 * <p>A FHIR server decodes percent escapes before it looks for commas, so {@code %2C} separates like a comma, and a
 * backslash ({@code %5C} in a scope) keeps the next character from doing so. A broken escape is anybody's guess: with one,
 * the value is not read.
 */
final class SearchAlternatives {
    private final String value;
    private final Map<String, String> alternatives = new LinkedHashMap<>();
    private final StringBuilder meaning = new StringBuilder();
    private int start;

    private SearchAlternatives(String value) {
        this.value = value;
    }

    /** The text of each alternative by its meaning, in the order they were written. */
    static Optional<Map<String, String>> read(String value) {
        return new SearchAlternatives(value).read();
    }

    private Optional<Map<String, String>> read() {
        boolean escaped = false;
        for (int i = 0; i < value.length(); ) {
            int width = value.charAt(i) == '%' ? 3 : 1;
            int decoded = width == 3 ? hexAt(i + 1) : value.charAt(i);
            if (decoded < 0) {
                return Optional.empty();
            }
            char c = (char) decoded;
            if (c == ',' && !escaped) {
                finish(i, width);
            } else {
                meaning.append(c);
            }
            escaped = c == '\\' && !escaped;
            i += width;
        }
        finish(value.length(), 0);
        return Optional.of(alternatives);
    }

    private void finish(int end, int separator) {
        alternatives.putIfAbsent(meaning.toString(), value.substring(start, end));
        meaning.setLength(0);
        start = end + separator;
    }

    /** The byte that two digits stand for, or -1 where they are none. */
    private int hexAt(int i) {
        if (i + 1 >= value.length()) {
            return -1;
        }
        int high = Character.digit(value.charAt(i), 16);
        int low = Character.digit(value.charAt(i + 1), 16);
        return high < 0 || low < 0 ? -1 : (high << 4) | low;
    }
}
