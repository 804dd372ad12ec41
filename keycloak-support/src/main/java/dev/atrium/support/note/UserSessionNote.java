package dev.atrium.support.note;

import java.util.Optional;
import java.util.function.Function;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A note of a sign-in that Keycloak copies to the user session, where all clients of it find it. */
public record UserSessionNote<T>(String key, Function<T, String> print, Function<String, Optional<T>> parse) {
    public void put(AuthenticationSessionModel session, T value) {
        session.setUserSessionNote(key, print.apply(value));
    }

    /** Where there is no sign-in. */
    public void put(UserSessionModel session, T value) {
        session.setNote(key, print.apply(value));
    }

    public Optional<T> in(AuthenticationSessionModel session) {
        return Optional.ofNullable(session.getUserSessionNotes().get(key)).flatMap(parse);
    }

    public Optional<T> in(UserSessionModel session) {
        return Optional.ofNullable(session.getNote(key)).flatMap(parse);
    }
}
