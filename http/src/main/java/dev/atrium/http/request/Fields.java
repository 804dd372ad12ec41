package dev.atrium.http.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** The properties of a JSON object; null, and an empty text, are the same as not there. */
public final class Fields {
    private final ObjectNode json;

    /** Refuses an object with a property that is not among these. */
    public Fields(ObjectNode json, Set<String> known) {
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new Refused(Problem.unknownField(
                        Text.shown(name),
                        "There is no such property; remove it or use one of "
                                + String.join(", ", known.stream().sorted().toList()) + "."));
            }
        }
        this.json = json;
    }

    public Optional<String> line(String field, int longest) {
        return text(field, longest, Text::isLine);
    }

    public Optional<String> lines(String field, int longest) {
        return text(field, longest, Text::isLines);
    }

    /** True or false, or one of these words as a text, as shell tools send them. */
    public Optional<Boolean> flag(String field) {
        JsonNode node = node(field);
        if (node.isNull()) {
            return Optional.empty();
        }
        return switch (node.isBoolean() || node.isTextual() ? node.asText() : "") {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> throw Refused.field(field, "Must be true or false.");
        };
    }

    /** A whole number between two others, also as a text, as shell tools send it. */
    public Optional<Integer> number(String field, int least, int most) {
        return line(field, 10).map(text -> {
            if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                throw Refused.field(field, "Must be a whole number from " + least + " to " + most + ".");
            }
            return Integer.valueOf(text);
        });
    }

    public Optional<Instant> instant(String field) {
        return line(field, 40).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException notATime) {
                throw Refused.field(field, "Must be a time such as 2026-01-31T12:00:00Z.");
            }
        });
    }

    public Optional<List<String>> list(String field, int most) {
        JsonNode node = node(field);
        if (node.isNull()) {
            return Optional.empty();
        }
        List<JsonNode> items = StreamSupport.stream(node.spliterator(), false).toList();
        if (!node.isArray() || items.size() > most || !items.stream().allMatch(JsonNode::isTextual)) {
            throw Refused.field(field, "Must be an array of at most " + most + " strings, such as [\"a\", \"b\"].");
        }
        return Optional.of(items.stream().map(JsonNode::textValue).toList());
    }

    /** What an absent property that must be there is refused with. */
    public static Refused missing(String field) {
        return Refused.field(field, "Is missing; it must be given.");
    }

    private Optional<String> text(String field, int longest, Predicate<String> allowed) {
        JsonNode node = node(field);
        if (node.isNull() || (node.isTextual() && node.textValue().isEmpty())) {
            return Optional.empty();
        }
        if (!node.isTextual() && !node.isIntegralNumber()) { // kcadm.sh sends -s externalId=4711 as a number
            throw Refused.field(field, "Must be a string; put it in quotes.");
        }
        String text = node.asText();
        if (text.length() > longest || text.isBlank() || !allowed.test(text)) {
            throw Refused.field(
                    field, "Must have 1 to " + longest + " characters, not only spaces, and no control characters.");
        }
        return Optional.of(text);
    }

    private JsonNode node(String field) {
        JsonNode node = json.get(field);
        return node == null ? NullNode.getInstance() : node;
    }
}
