package dev.atrium.provisioning.mapping;

import dev.atrium.http.error.Problem;
import java.util.Optional;

/** Why a call to a hook is refused. */
public final class HookProblem {
    private HookProblem() {}

    /** The same for each reason: whoever has no secret need not know how close they were. */
    public static Problem unauthorized(String message) {
        return new Problem(401, "unauthorized", Optional.empty(), message);
    }

    public static Problem off() {
        return new Problem(
                409, "hook_off", Optional.empty(), "This hook is switched off; an administrator can switch it on.");
    }

    public static Problem notUnderstood(String field, String message) {
        return new Problem(422, "event_not_understood", Optional.of(field), message);
    }

    /** The event is clear, but what there is does not allow what it asks for. */
    public static Problem conflict(String error, String message) {
        return new Problem(409, error, Optional.empty(), message);
    }
}
