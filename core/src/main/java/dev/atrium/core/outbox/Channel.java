package dev.atrium.core.outbox;

/** The way a message goes. */
public enum Channel {
    MAIL,
    WEBHOOK
}
