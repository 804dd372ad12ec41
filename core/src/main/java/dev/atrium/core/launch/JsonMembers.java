package dev.atrium.core.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object, each asked for by its type. */
record JsonMembers(Map<?, ?> members) {
    private static final int MOST_LEVELS = 4;

    /** Refuses members of other names; what is not understood must not look as if it counted. */
    void knows(String... names) throws InvalidLaunchContext {
        Set<String> known = Set.of(names);
        for (Object name : members.keySet()) {
            if (!(name instanceof String text) || !known.contains(text)) {
                throw new InvalidLaunchContext(
                        "A launch context knows " + String.join(", ", names) + " and no others here");
            }
        }
    }

    Optional<String> text(String name) throws InvalidLaunchContext {
        Object value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text && isPrintable(text)) {
            return Optional.of(text);
        }
        throw new InvalidLaunchContext("'" + name + "' must be a string, not empty and without control characters");
    }

    Optional<FhirId> id(String name) throws InvalidLaunchContext {
        Optional<String> text = text(name);
        Optional<FhirId> id = text.flatMap(FhirId::parse);
        if (text.isPresent() && id.isEmpty()) {
            throw new InvalidLaunchContext(
                    "'" + name + "' must be a FHIR id without its type: letters, digits, '-' and '.', 64 at most");
        }
        return id;
    }

    Optional<Boolean> bool(String name) throws InvalidLaunchContext {
        Object value = members.get(name);
        if (value == null || value instanceof Boolean) {
            return Optional.ofNullable((Boolean) value);
        }
        throw new InvalidLaunchContext("'" + name + "' must be true or false, without quotation marks");
    }

    /** A plain object; empty if there is none. */
    Map<String, Object> object(String name) throws InvalidLaunchContext {
        Object value = members.get(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> object && !object.isEmpty() && isJson(object, MOST_LEVELS)) {
            @SuppressWarnings("unchecked") // isJson has looked at the keys
            Map<String, Object> json = (Map<String, Object>) object;
            return json;
        }
        throw new InvalidLaunchContext("'" + name + "' must be an object that is not empty, without null");
    }

    List<JsonMembers> objects(String name) throws InvalidLaunchContext {
        Object value = members.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new InvalidLaunchContext("'" + name + "' must be an array of objects");
        }
        List<JsonMembers> objects = new ArrayList<>();
        for (Object each : list) {
            if (!(each instanceof Map<?, ?> object)) {
                throw new InvalidLaunchContext("'" + name + "' must be an array of objects, not of strings");
            }
            objects.add(new JsonMembers(object));
        }
        return objects;
    }

    private static boolean isPrintable(String text) {
        return !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isJson(@Nullable Object value, int levels) {
        if (value instanceof Map<?, ?> object) {
            return levels > 0
                    && object.entrySet().stream()
                            .allMatch(each -> each.getKey() instanceof String && isJson(each.getValue(), levels - 1));
        }
        if (value instanceof List<?> list) {
            return levels > 0 && list.stream().allMatch(each -> isJson(each, levels - 1));
        }
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }
}
