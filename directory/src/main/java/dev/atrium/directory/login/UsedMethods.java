package dev.atrium.directory.login;

import dev.atrium.core.login.AllowedMethods;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.support.note.KeycloakNotes;
import dev.atrium.support.note.UserSessionNote;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.events.Details;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * By which methods somebody signed in.
 *
 * @param own what the realm checked itself
 * @param provider the identity provider that brought the person
 */
public record UsedMethods(Optional<LoginMethod> own, Optional<LoginMethod> provider) {
    /** Written by every step of ours that checked a credential. */
    public static final UserSessionNote<LoginMethod> NOTE =
            new UserSessionNote<>("atrium.method", LoginMethod::text, LoginMethod::parse);

    public static UsedMethods of(AuthenticationSessionModel authSession) {
        return new UsedMethods(
                NOTE.in(authSession), KeycloakNotes.bringer(authSession).map(LoginMethod.Provider::new));
    }

    public static UsedMethods of(UserSessionModel userSession) {
        return new UsedMethods(
                NOTE.in(userSession),
                Optional.ofNullable(userSession.getNote(Details.IDENTITY_PROVIDER))
                        .map(LoginMethod.Provider::new));
    }

    /** What left no note was a password: sessions of before there was one, and Keycloak's own form. */
    public Stream<LoginMethod> methods() {
        Stream<LoginMethod> noted = Stream.concat(own.stream(), provider.stream());
        return own.isEmpty() && provider.isEmpty() ? Stream.of(Own.PASSWORD) : noted;
    }

    /** Whether one of them is allowed. */
    public boolean areWithin(AllowedMethods allowed) {
        return methods().anyMatch(allowed::allows);
    }
}
