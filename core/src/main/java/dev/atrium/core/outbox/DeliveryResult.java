package dev.atrium.core.outbox;

import java.util.function.Function;

/** How an attempt to deliver a message ended. Reasons are for administrators and say nothing of what the message says. */
public sealed interface DeliveryResult {
    /** The receiver has it. */
    record Delivered() implements DeliveryResult {}

    /** The receiver will never take it. */
    record Refused(String reason) implements DeliveryResult {}

    /** The receiver may take it later; others at its destination may be tried meanwhile. */
    record Deferred(String reason) implements DeliveryResult {}

    /** Nobody answers at the destination, so nothing that goes there needs to be tried for a while. */
    record Unreachable(String reason) implements DeliveryResult {}

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
