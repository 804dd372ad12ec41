package dev.atrium.provisioning.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.http.error.Refused;
import dev.atrium.http.request.Fields;
import java.util.Optional;
import java.util.Set;

/**
 * Where a value comes from.
 *
 * @param from the place in the event
 * @param otherwise a constant, where there is no place or nothing at it
 */
record HookValue(Optional<JsonPointer> from, Optional<String> otherwise) {
    private static final int LONGEST = 255;

    /** A pointer, or an object with a pointer and a default, or with a constant. */
    static HookValue read(String field, JsonNode json) {
        if (json.isTextual()) {
            return new HookValue(Optional.of(pointer(field, json.textValue())), Optional.empty());
        }
        if (!(json instanceof ObjectNode object)) {
            throw refused(field);
        }
        Fields fields = new Fields(object, Set.of("from", "default", "value"));
        Optional<String> value = fields.line("value", LONGEST);
        Optional<String> from = fields.line("from", LONGEST);
        Optional<String> byDefault = fields.line("default", LONGEST);
        if (value.isPresent() == from.isPresent() || (value.isPresent() && byDefault.isPresent())) {
            throw refused(field);
        }
        return new HookValue(from.map(text -> pointer(field, text)), value.or(() -> byDefault));
    }

    static JsonPointer pointer(String field, String text) {
        try {
            return JsonPointer.compile(text);
        } catch (IllegalArgumentException noPointer) {
            throw Refused.field(field, "Must be a JSON pointer such as /data/email.");
        }
    }

    Optional<String> in(JsonNode event) {
        return from.flatMap(place -> text(event.at(place))).or(() -> otherwise);
    }

    /** Numbers are taken for texts, for many systems have ids that are numbers. */
    static Optional<String> text(JsonNode node) {
        return Optional.of(node)
                .filter(value -> value.isTextual() || value.isIntegralNumber() || value.isBoolean())
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }

    JsonNode json() {
        if (from.isPresent() && otherwise.isEmpty()) {
            return JsonNodeFactory.instance.textNode(from.get().toString());
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        from.ifPresent(place -> json.put("from", place.toString()));
        otherwise.ifPresent(text -> json.put(from.isPresent() ? "default" : "value", text));
        return json;
    }

    private static Refused refused(String field) {
        return Refused.field(
                field,
                "Must be a JSON pointer, or {\"from\": a pointer, \"default\": a text}, or {\"value\": a text}.");
    }
}
