package dev.atrium.authenticators.domain;

import dev.atrium.support.note.FlowNote;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/** One page for the name and the password: where no name could lead anywhere else, asking for it first costs a page. */
public final class OnePage {
    private static final FlowNote<Boolean> NOTE =
            new FlowNote<>("atrium.one-page", String::valueOf, text -> Optional.of(Boolean.valueOf(text)));

    private OnePage() {}

    /** Whether the step for the password asks for the name as well. */
    public static boolean is(AuthenticationSessionModel authSession) {
        return NOTE.in(authSession).isPresent();
    }

    static void begin(AuthenticationSessionModel authSession) {
        NOTE.put(authSession, true);
    }
}
