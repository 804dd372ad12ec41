package dev.atrium.core.outbox;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** How an attempt to deliver a message ended. Reasons are for administrators and say nothing of what the message says. */
public sealed interface DeliveryResult {
    /**
     * The receiver has it.
     *
     * @param detour why it did not go the way it was meant to
     */
    record Delivered(Optional<String> detour) implements DeliveryResult {
        public Delivered() {
            this(Optional.empty());
        }
    }

    /** The receiver will never take it. */
    record Refused(String reason) implements DeliveryResult {}

    /** The receiver may take it later; others at its destination may be tried meanwhile. */
    record Deferred(String reason) implements DeliveryResult {}

    /**
     * Nobody answers at the destination, so nothing that goes there needs to be tried for a while.
     *
     * @param pause how long it asked to be left in peace with this message; zero where it did not
     */
    record Unreachable(String reason, Duration pause) implements DeliveryResult {
        public Unreachable(String reason) {
            this(reason, Duration.ZERO);
        }
    }

    /** The answer of the one function that fits. */
    default <T> T match(
            Function<Delivered, T> onDelivered,
            Function<Refused, T> onRefused,
            Function<Deferred, T> onDeferred,
            Function<Unreachable, T> onUnreachable) {
        if (this instanceof Delivered delivered) {
            return onDelivered.apply(delivered);
        }
        if (this instanceof Refused refused) {
            return onRefused.apply(refused);
        }
        if (this instanceof Deferred deferred) {
            return onDeferred.apply(deferred);
        }
        return onUnreachable.apply((Unreachable) this);
    }
}
