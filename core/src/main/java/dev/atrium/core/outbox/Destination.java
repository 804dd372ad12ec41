package dev.atrium.core.outbox;

/** The server a message goes to: one that cannot be reached for one message is left in peace with the others too. */
public record Destination(String value) {
    private static final int LONGEST = 100;

    public Destination {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("not a destination of 1 to " + LONGEST + " characters");
        }
    }
}
