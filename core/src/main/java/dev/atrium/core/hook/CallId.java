package dev.atrium.core.hook;

import java.util.Optional;
import java.util.regex.Pattern;

/** How the sender names a call, the same each time it sends it. */
public record CallId(String value) {
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7E]{1,255}");

    public CallId {
        if (!ID.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a call");
        }
    }

    public static Optional<CallId> parse(String text) {
        return ID.matcher(text).matches() ? Optional.of(new CallId(text)) : Optional.empty();
    }
}
