package dev.atrium.core.negotiation;

import dev.atrium.core.scope.ScopeLevel;
import dev.atrium.core.scope.ScopeSet;
import java.util.function.Consumer;

/** The answer to a request for scopes. */
public sealed interface ScopeDecision {
    /** What the token will carry; a patient must be in context where it carries a {@code patient/} scope. */
    record Granted(ScopeSet scopes, boolean patientContextRequired) implements ScopeDecision {
        public Granted {
            if (patientContextRequired != needsPatient(scopes)) {
                throw new IllegalArgumentException("patient scopes, and only they, need a patient");
            }
        }

        public static Granted of(ScopeSet scopes) {
            return new Granted(scopes, needsPatient(scopes));
        }

        private static boolean needsPatient(ScopeSet scopes) {
            return scopes.resourceScopes().stream().anyMatch(scope -> scope.level() == ScopeLevel.PATIENT);
        }
    }

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
