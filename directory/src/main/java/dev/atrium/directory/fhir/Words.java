package dev.atrium.directory.fhir;

import com.fasterxml.jackson.databind.JsonNode;

/** Texts of a server, as far as they fit on a page. */
final class Words {
    private static final int LONGEST = 120;

    private Words() {}

    /** One line of bounded length; empty for what is no text. */
    static String of(JsonNode text) {
        return text.isTextual() ? oneLine(text.textValue()) : "";
    }

    static String oneLine(String text) {
        String line = text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.replaceAll("\\s+", " ").strip();
    }

    /** What a CodeableConcept is called: its own text, else that of a coding (FHIR R4, CodeableConcept). */
    static String ofConcept(JsonNode concept) {
        String text = of(concept.path("text"));
        for (JsonNode coding : concept.path("coding")) {
            text = text.isEmpty() ? of(coding.path("display")) : text;
        }
        return text;
    }
}
