package dev.atrium.authenticators.launch;

import dev.atrium.core.launch.LaunchContext;
import dev.atrium.directory.launch.LaunchContextNote;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The launch context of the running sign-in; a flow that starts again begins without what was picked in it. */
public final class SignInContext {
    private SignInContext() {}

    /** What is known of it by now; empty if nothing is. */
    public static LaunchContext of(AuthenticationSessionModel authSession) {
        return LaunchContextNote.NOTE.in(authSession).orElse(LaunchContext.EMPTY);
    }

    /** From here it goes into code, tokens and refresh token when the scopes are granted. */
    public static void put(AuthenticationSessionModel authSession, LaunchContext context) {
        LaunchContextNote.NOTE.put(authSession, context);
    }
}
