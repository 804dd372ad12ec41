package dev.atrium.core.hook;

import java.util.Optional;
import java.util.regex.Pattern;

/** Id of a hook, which is the last part of its address. */
public record HookId(String value) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,36}");

    public HookId {
        if (!ID.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a hook");
        }
    }

    public static Optional<HookId> parse(String text) {
        return ID.matcher(text).matches() ? Optional.of(new HookId(text)) : Optional.empty();
    }
}
