package dev.atrium.support.note;

import java.util.Optional;
import java.util.function.Function;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A note of a sign-in that Keycloak copies to the client session, so that it outlives the sign-in.
 *
 * <p>A note that a later sign-in does not write survives from the earlier one.
 */
public record ClientNote<T>(String key, Function<T, String> print, Function<String, Optional<T>> parse) {
    public void put(AuthenticationSessionModel session, T value) {
        session.setClientNote(key, print.apply(value));
    }

    /** Where there is no sign-in. */
    public void put(AuthenticatedClientSessionModel session, T value) {
        session.setNote(key, print.apply(value));
    }

    public void remove(AuthenticationSessionModel session) {
        session.removeClientNote(key);
    }

    public Optional<T> in(AuthenticationSessionModel session) {
        return Optional.ofNullable(session.getClientNote(key)).flatMap(parse);
    }

    public Optional<T> in(AuthenticatedClientSessionModel session) {
        return Optional.ofNullable(session.getNote(key)).flatMap(parse);
    }
}
