package dev.atrium.tests.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads answers. */
public final class Json {
    private Json() {}

    /** A member as text, empty if it is not there. */
    public static String text(JsonNode from, String member) {
        return from.path(member).asText();
    }

    /** A text, or each of a list of texts. */
    public static List<String> texts(JsonNode oneOrMore) {
        return oneOrMore.isTextual()
                ? List.of(oneOrMore.asText())
                : StreamSupport.stream(oneOrMore.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
    }

    /** The same member of each object of a list. */
    public static List<String> texts(JsonNode list, String member) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> text(each, member))
                .toList();
    }
}
