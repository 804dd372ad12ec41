package dev.atrium.core.outbox;

/** Where a message is on its way. */
public enum DeliveryState {
    /** Not sent yet, or being sent right now. */
    WAITING,
    SENT,
    /** Given up, after days of attempts or because the receiver can never take it. */
    FAILED,
    /** Given up by an administrator. */
    CANCELLED
}
