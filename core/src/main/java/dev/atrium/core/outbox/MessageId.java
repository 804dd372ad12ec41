package dev.atrium.core.outbox;

import java.util.Optional;
import java.util.regex.Pattern;

/** Id of a message: a UUID in lower case, the same in each attempt, so that a receiver can tell a repeat. */
public record MessageId(String value) {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public MessageId {
        if (!UUID.matcher(value).matches()) {
            throw new IllegalArgumentException("not a message id");
        }
    }

    public static Optional<MessageId> parse(String text) {
        return UUID.matcher(text).matches() ? Optional.of(new MessageId(text)) : Optional.empty();
    }
}
