package dev.atrium.overrides.requiredaction;

import dev.atrium.authenticators.requiredaction.ActionGuard;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs an action of Keycloak's, unless a guard refuses it. */
final class ActionGuards {
    private ActionGuards() {}

    /** Shows its page. */
    static void challenge(Runnable action, ActionGuard... guards) {
        refusing(guards).ifPresentOrElse(ActionGuard::refuse, action);
    }

    /** Takes what the person sends. */
    static void process(Runnable action, ActionGuard... guards) {
        refusing(guards).ifPresentOrElse(ActionGuard::leave, action);
    }

    private static Optional<ActionGuard> refusing(ActionGuard... guards) {
        return Stream.of(guards).filter(ActionGuard::isRefused).findFirst();
    }
}
