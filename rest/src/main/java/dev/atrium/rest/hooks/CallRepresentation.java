package dev.atrium.rest.hooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.atrium.core.hook.CallId;
import dev.atrium.core.hook.HookCall;
import org.jspecify.annotations.Nullable;

/**
 * A call in the log.
 *
 * @param call the sender's id
 * @param answer what the sender was told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CallRepresentation(
        String id,
        @Nullable String call,
        String received,
        boolean done,
        int status,
        @JsonRawValue String answer) {
    static CallRepresentation of(HookCall call) {
        return new CallRepresentation(
                call.id(),
                call.call().map(CallId::value).orElse(null),
                call.received().toString(),
                call.done(),
                call.status(),
                call.answer());
    }
}
