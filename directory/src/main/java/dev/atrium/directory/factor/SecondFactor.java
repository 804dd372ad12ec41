package dev.atrium.directory.factor;

import dev.atrium.core.account.UserId;
import dev.atrium.support.note.UserSessionNote;
import java.time.Instant;
import java.util.Optional;

/**
 * The second factor that somebody passed.
 *
 * @param user whose it is: in one browser, a sign-in can go on as somebody else
 * @param kind the type of its credential, in Keycloak's word where it has one
 */
public record SecondFactor(UserId user, String kind, Instant at) {
    public static final UserSessionNote<SecondFactor> NOTE =
            new UserSessionNote<>("atrium.second-factor", SecondFactor::text, SecondFactor::parse);

    private String text() {
        return user.value() + " " + kind + " " + at.getEpochSecond();
    }

    private static Optional<SecondFactor> parse(String text) {
        String[] parts = text.split(" ", 3);
        return parts.length < 3
                ? Optional.empty()
                : Optional.of(new SecondFactor(
                        new UserId(parts[0]), parts[1], Instant.ofEpochSecond(Long.parseLong(parts[2]))));
    }
}
