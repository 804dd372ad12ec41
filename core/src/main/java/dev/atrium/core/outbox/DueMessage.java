package dev.atrium.core.outbox;

/** A message of some realm that may be tried now. */
public record DueMessage(String realmId, OutboxEntry entry) {
    public MessageId id() {
        return entry.message().id();
    }

    public Destination destination() {
        return entry.message().destination();
    }
}
