package dev.atrium.directory.factor;

import dev.atrium.core.account.UserId;
import dev.atrium.core.factor.FactorKind;
import dev.atrium.support.note.UserSessionNote;
import java.time.Instant;
import java.util.Optional;

/**
 * The second factor that somebody passed.
 *
 * @param user whose it is: in one browser, a sign-in can go on as somebody else
 */
public record SecondFactor(UserId user, FactorKind kind, Instant at) {
    public static final UserSessionNote<SecondFactor> NOTE =
            new UserSessionNote<>("atrium.second-factor", SecondFactor::text, SecondFactor::parse);

    private String text() {
        return user.value() + " " + kind.credentialType() + " " + at.getEpochSecond();
    }

    private static Optional<SecondFactor> parse(String text) {
        String[] parts = text.split(" ", 3);
        return parts.length < 3
                ? Optional.empty()
                : FactorKind.ofCredentialType(parts[1])
                        .map(kind -> new SecondFactor(
                                new UserId(parts[0]), kind, Instant.ofEpochSecond(Long.parseLong(parts[2]))));
    }
}
