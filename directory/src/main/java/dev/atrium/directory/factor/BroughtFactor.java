package dev.atrium.directory.factor;

import dev.atrium.core.account.UserId;
import dev.atrium.support.note.UserSessionNote;
import java.util.Optional;

/**
 * That an identity provider said that somebody passed two factors there.
 *
 * @param user whom it brought
 * @param provider its alias
 */
public record BroughtFactor(UserId user, String provider) {
    public static final UserSessionNote<BroughtFactor> NOTE =
            new UserSessionNote<>("atrium.brought-factor", BroughtFactor::text, BroughtFactor::parse);

    private String text() {
        return user.value() + " " + provider;
    }

    private static Optional<BroughtFactor> parse(String text) {
        String[] parts = text.split(" ", 2);
        return parts.length < 2 ? Optional.empty() : Optional.of(new BroughtFactor(new UserId(parts[0]), parts[1]));
    }
}
