package dev.atrium.rest.launch;

import java.time.Duration;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * How long an app may take, after an EHR registered its launch, to send the person to sign in. A sign-in that has begun by
 * then may take as long as any other.
 */
public record LaunchLifetime(Duration value) {
    public static final LaunchLifetime DEFAULT = new LaunchLifetime(Duration.ofMinutes(5));

    private static final String OPTION = "launch-seconds";
    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** As the server's option says; a value beyond the bounds keeps the server from starting. */
    public static LaunchLifetime of(Config.Scope config) {
        long seconds = config.getLong(OPTION, DEFAULT.value.toSeconds());
        if (seconds < SHORTEST.toSeconds() || seconds > LONGEST.toSeconds()) {
            throw new IllegalArgumentException("spi-realm-restapi-extension--atrium--" + OPTION + " must be from "
                    + SHORTEST.toSeconds() + " to " + LONGEST.toSeconds() + ", not " + seconds);
        }
        return new LaunchLifetime(Duration.ofSeconds(seconds));
    }

    public static ProviderConfigProperty option() {
        return new ProviderConfigProperty(
                OPTION,
                OPTION,
                "How many seconds an app has, after an EHR registered its launch, to send the user to sign in.",
                "int",
                DEFAULT.value.toSeconds());
    }
}
