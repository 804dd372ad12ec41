package dev.atrium.core.membership;

import java.util.Optional;
import java.util.regex.Pattern;

/** Id of a membership: a UUID in lower case. */
public record MembershipId(String value) {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public MembershipId {
        if (!UUID.matcher(value).matches()) {
            throw new IllegalArgumentException("not a membership id");
        }
    }

    public static Optional<MembershipId> parse(String text) {
        return UUID.matcher(text).matches() ? Optional.of(new MembershipId(text)) : Optional.empty();
    }
}
