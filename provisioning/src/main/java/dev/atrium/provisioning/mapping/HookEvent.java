package dev.atrium.provisioning.mapping;

import java.util.Map;
import java.util.Optional;

/**
 * One event of a call, as its hook understands it.
 *
 * @param number from 1
 * @param type what the sender calls it; empty where the place for it is empty
 * @param action empty for an event that leads to nothing
 */
public record HookEvent(int number, String type, Optional<HookAction> action, Map<HookField, String> values) {
    public HookEvent {
        values = Map.copyOf(values);
    }

    Optional<String> value(HookField field) {
        return Optional.ofNullable(values.get(field));
    }
}
