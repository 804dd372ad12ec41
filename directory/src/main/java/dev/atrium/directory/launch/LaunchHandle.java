package dev.atrium.directory.launch;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.common.util.SecretGenerator;

/** The value of {@code launch}: it says nothing, and nobody can guess it. */
public record LaunchHandle(String value) {
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    public LaunchHandle {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a launch handle");
        }
    }

    static LaunchHandle create() {
        byte[] secret = SecretGenerator.getInstance().randomBytes(BYTES);
        return new LaunchHandle(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    public static Optional<LaunchHandle> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new LaunchHandle(text)) : Optional.empty();
    }
}
