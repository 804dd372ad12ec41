package dev.atrium.demo.fhir.search;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A date as a search asks for it, such as {@code ge2020-03} (FHIR R4, search, date). Dates are compared as they are written: all
 * records here are in one time zone.
 */
record WantedDate(String prefix, String date) {
    private static final Set<String> PREFIXES = Set.of("eq", "ne", "ge", "gt", "le", "lt");

    static WantedDate of(String wanted) {
        boolean prefixed = wanted.length() > 2 && PREFIXES.contains(wanted.substring(0, 2));
        return prefixed ? new WantedDate(wanted.substring(0, 2), wanted.substring(2)) : new WantedDate("eq", wanted);
    }

    /** Whether the time from start to end is as wanted; an end that is not told is not yet. */
    boolean isMetBy(@Nullable String start, @Nullable String end) {
        if (start == null || date.isEmpty()) {
            return false;
        }
        return switch (prefix) {
            case "ne" -> !cut(start).equals(date);
            case "ge" -> end == null || cut(end).compareTo(date) >= 0;
            case "gt" -> end == null || cut(end).compareTo(date) > 0;
            case "le" -> cut(start).compareTo(date) <= 0;
            case "lt" -> cut(start).compareTo(date) < 0;
            default -> cut(start).equals(date);
        };
    }

    /** As precise as what is wanted: in 2020-03 is every day of March. */
    private String cut(String text) {
        return text.length() > date.length() ? text.substring(0, date.length()) : text;
    }
}
