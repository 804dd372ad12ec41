package dev.atrium.directory.launch;

import dev.atrium.core.launch.InvalidLaunchContext;
import dev.atrium.core.launch.LaunchContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.keycloak.util.JsonSerialization;

/** A launch context as text, where Atrium itself has written it. */
final class LaunchContextJson {
    private LaunchContextJson() {}

    static String print(LaunchContext context) {
        try {
            return JsonSerialization.writeValueAsString(context.toJson());
        } catch (IOException unprintable) {
            throw new UncheckedIOException(unprintable);
        }
    }

    /** What {@link #print} has written. */
    static LaunchContext parse(String text) {
        try {
            return LaunchContext.of(JsonSerialization.readValue(text, Map.class));
        } catch (IOException | InvalidLaunchContext notOurs) {
            throw new IllegalStateException("a launch context that Atrium wrote cannot be read", notOurs);
        }
    }
}
