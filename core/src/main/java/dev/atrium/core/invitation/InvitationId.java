package dev.atrium.core.invitation;

import java.util.Optional;
import java.util.regex.Pattern;

/** Id of an invitation: a UUID in lower case. */
public record InvitationId(String value) {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public InvitationId {
        if (!UUID.matcher(value).matches()) {
            throw new IllegalArgumentException("not an invitation id");
        }
    }

    public static Optional<InvitationId> parse(String text) {
        return UUID.matcher(text).matches() ? Optional.of(new InvitationId(text)) : Optional.empty();
    }
}
