package dev.atrium.authenticators.launch;

import dev.atrium.core.launch.InvalidLaunchContext;
import dev.atrium.core.launch.LaunchContext;
import dev.atrium.support.note.FlowNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/** The launch context of the running sign-in; a flow that starts again begins without what was picked in it. */
public final class SignInContext {
    private static final FlowNote<LaunchContext> NOTE =
            new FlowNote<>("atrium.launch-context", SignInContext::print, SignInContext::parse);

    private SignInContext() {}

    /** What is known of it by now; empty if nothing is. */
    public static LaunchContext of(AuthenticationSessionModel authSession) {
        return NOTE.in(authSession).orElse(LaunchContext.EMPTY);
    }

    /** From here it goes into code, tokens and refresh token when the scopes are granted. */
    public static void put(AuthenticationSessionModel authSession, LaunchContext context) {
        NOTE.put(authSession, context);
    }

    private static String print(LaunchContext context) {
        try {
            return JsonSerialization.writeValueAsString(context.toJson());
        } catch (IOException unprintable) {
            throw new UncheckedIOException(unprintable);
        }
    }

    private static Optional<LaunchContext> parse(String text) {
        try {
            return Optional.of(LaunchContext.of(JsonSerialization.readValue(text, Map.class)));
        } catch (IOException | InvalidLaunchContext notOurs) {
            throw new IllegalStateException("a note that only this class writes", notOurs);
        }
    }
}
