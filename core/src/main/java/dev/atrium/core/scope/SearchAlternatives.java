package dev.atrium.core.scope;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the value of a search parameter as the alternatives it lists, each with what it means and how it was written.
 *
 * <p>A FHIR server decodes percent escapes before it looks for commas, so {@code %2C} separates like a comma, and a
 * backslash ({@code %5C} in a scope) keeps the next character from doing so.
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
    static Map<String, String> read(String value) {
        return new SearchAlternatives(value).read();
    }

    private Map<String, String> read() {
        boolean escaped = false;
        for (int i = 0; i < value.length(); ) {
            int width = hexAt(i) < 0 ? 1 : 3;
            char c = width == 1 ? value.charAt(i) : (char) hexAt(i);
            if (c == ',' && !escaped) {
                finish(i, width);
            } else {
                meaning.append(c);
            }
            escaped = c == '\\' && !escaped;
            i += width;
        }
        finish(value.length(), 0);
        return alternatives;
    }

    private void finish(int end, int separator) {
        alternatives.putIfAbsent(meaning.toString(), value.substring(start, end));
        meaning.setLength(0);
        start = end + separator;
    }

    /** The byte a percent escape stands for, or -1 where there is none: a broken escape is plain text. */
    private int hexAt(int i) {
        if (value.charAt(i) != '%' || i + 2 >= value.length()) {
            return -1;
        }
        int high = Character.digit(value.charAt(i + 1), 16);
        int low = Character.digit(value.charAt(i + 2), 16);
        return high < 0 || low < 0 ? -1 : (high << 4) | low;
    }
}
