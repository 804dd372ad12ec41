package dev.atrium.core.fhir;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** One parameter of a FHIR search and its one value, to the letter: no alternatives, no modifiers (FHIR R4, search). */
public record SearchTerm(String name, String value) {
    /** The query of a search for all of these. */
    public static String query(List<SearchTerm> terms) {
        return terms.stream().map(SearchTerm::text).collect(Collectors.joining("&"));
    }

    private String text() {
        return name + "=" + URLEncoder.encode(escaped(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** FHIR R4, "Escaping Search Parameters". A bar stays: it parts the system of an identifier from its value. */
    private String escaped() {
        return value.replace("\\", "\\\\").replace(",", "\\,").replace("$", "\\$");
    }
}
