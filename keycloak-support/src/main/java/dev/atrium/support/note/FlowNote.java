package dev.atrium.support.note;

import java.util.Optional;
import java.util.function.Function;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A note that is gone when the flow ends or starts again. */
public record FlowNote<T>(String key, Function<T, String> print, Function<String, Optional<T>> parse) {
    public void put(AuthenticationSessionModel session, T value) {
        session.setAuthNote(key, print.apply(value));
    }

    public void remove(AuthenticationSessionModel session) {
        session.removeAuthNote(key);
    }

    public Optional<T> in(AuthenticationSessionModel session) {
        return Optional.ofNullable(session.getAuthNote(key)).flatMap(parse);
    }
}
