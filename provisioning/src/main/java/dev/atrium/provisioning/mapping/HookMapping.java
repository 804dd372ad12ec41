package dev.atrium.provisioning.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.http.error.Refused;
import dev.atrium.http.request.Fields;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * How the events of another system are understood.
 *
 * @param events where the array is, if a call holds several events; other places are then within each of them
 * @param id where the id of the call is, for senders that have no header for it
 * @param type where it says what happened
 */
public record HookMapping(
        Optional<JsonPointer> events,
        Optional<JsonPointer> id,
        JsonPointer type,
        Map<String, HookAction> actions,
        Map<HookField, HookValue> fields) {
    static final int MOST_EVENTS = 100;

    private static final int LONGEST = 255;
    private static final int MOST_ACTIONS = 50;
    private static final Set<String> KNOWN = Set.of("events", "id", "type", "actions", "fields");

    public HookMapping {
        actions = Map.copyOf(actions);
        fields = Map.copyOf(fields);
    }

    public static HookMapping read(ObjectNode json) {
        Fields known = new Fields(json, KNOWN);
        return new HookMapping(
                known.line("events", LONGEST).map(text -> HookValue.pointer("events", text)),
                known.line("id", LONGEST).map(text -> HookValue.pointer("id", text)),
                known.line("type", LONGEST)
                        .map(text -> HookValue.pointer("type", text))
                        .orElseThrow(() -> Fields.missing("type")),
                actions(object(json, "actions")),
                fields(object(json, "fields")));
    }

    /** The events of a call; refuses a call that holds none where they should be. */
    public List<HookEvent> read(JsonNode body) {
        List<JsonNode> found = events.map(place -> elements(body.at(place))).orElseGet(() -> List.of(body));
        return IntStream.range(0, found.size())
                .mapToObj(i -> event(i + 1, found.get(i)))
                .toList();
    }

    public Optional<String> idOf(JsonNode body) {
        return id.flatMap(place -> HookValue.text(body.at(place)));
    }

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        events.ifPresent(place -> json.put("events", place.toString()));
        id.ifPresent(place -> json.put("id", place.toString()));
        json.put("type", type.toString());
        ObjectNode written = json.putObject("actions");
        actions.forEach((name, action) -> written.put(name, action.text()));
        ObjectNode values = json.putObject("fields");
        fields.forEach((field, value) -> values.set(field.text(), value.json()));
        return json;
    }

    private HookEvent event(int number, JsonNode json) {
        String name = HookValue.text(json.at(type)).orElse("");
        Map<HookField, String> values = new EnumMap<>(HookField.class);
        fields.forEach((field, value) -> value.in(json).ifPresent(text -> values.put(field, text)));
        return new HookEvent(number, name, Optional.ofNullable(actions.get(name)), values);
    }

    private List<JsonNode> elements(JsonNode array) {
        if (!array.isArray() || array.size() > MOST_EVENTS) {
            throw new Refused(HookProblem.notUnderstood(
                    "events",
                    "There is no array of at most " + MOST_EVENTS + " events at " + events.orElseThrow() + "."));
        }
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static Map<String, HookAction> actions(ObjectNode json) {
        if (json.isEmpty() || json.size() > MOST_ACTIONS) {
            throw Refused.field("actions", "Must map 1 to " + MOST_ACTIONS + " event types to an action.");
        }
        Map<String, HookAction> actions = new LinkedHashMap<>();
        json.properties()
                .forEach(entry -> actions.put(
                        entry.getKey(),
                        HookAction.parse(entry.getValue().asText())
                                .orElseThrow(() -> Refused.field(
                                        "actions", "Must each be invite, create, change or deactivate."))));
        return actions;
    }

    private static Map<HookField, HookValue> fields(ObjectNode json) {
        Map<HookField, HookValue> fields = new EnumMap<>(HookField.class);
        json.properties()
                .forEach(entry -> fields.put(
                        HookField.parse(entry.getKey())
                                .orElseThrow(() -> Refused.field(
                                        "fields", "Must be among " + String.join(", ", HookField.texts()) + ".")),
                        HookValue.read("fields", entry.getValue())));
        return fields;
    }

    private static ObjectNode object(ObjectNode json, String field) {
        if (json.get(field) instanceof ObjectNode object) {
            return object;
        }
        throw Refused.field(field, "Is missing; it must be an object.");
    }
}
