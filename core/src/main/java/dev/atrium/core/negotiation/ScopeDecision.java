package dev.atrium.core.negotiation;

import dev.atrium.core.scope.ScopeSet;
import java.util.function.Consumer;

/** The answer to a request for scopes. */
public sealed interface ScopeDecision {
    /** What the token will carry. */
    record Granted(ScopeSet scopes) implements ScopeDecision {}

    /** Nothing is granted. */
    record Refused(OAuthError error) implements ScopeDecision {}

    /** What is granted; nothing if it is refused. */
    default ScopeSet granted() {
        return this instanceof Granted granted ? granted.scopes() : ScopeSet.EMPTY;
    }

    default void match(Consumer<? super Granted> onGranted, Consumer<? super Refused> onRefused) {
        if (this instanceof Granted granted) {
            onGranted.accept(granted);
        } else if (this instanceof Refused refused) {
            onRefused.accept(refused);
        }
    }
}
