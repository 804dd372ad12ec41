package dev.atrium.core.webhook;

import java.util.Optional;
import java.util.regex.Pattern;

/** Id of a subscription. */
public record SubscriptionId(String value) {
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7E]{1,36}");

    public SubscriptionId {
        if (!ID.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a subscription");
        }
    }

    public static Optional<SubscriptionId> parse(String text) {
        return ID.matcher(text).matches() ? Optional.of(new SubscriptionId(text)) : Optional.empty();
    }
}
