package dev.atrium.directory.account;

import dev.atrium.support.note.FlowNote;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A sign-in that waited at a page while all sessions of its person were ended, by a {@link UnverifiedAccountTakeover} or by an admin. It
 * has no session yet that could be ended, and Keycloak does not ask again who sends that page.
 */
public final class StaleLogin {
    private static final FlowNote<String> NOT_BEFORE = new FlowNote<>("atrium.not-before", text -> text, Optional::of);

    private StaleLogin() {}

    /** Remembers, once it is known who signs in, when their sessions were last ended. */
    public static void watch(KeycloakSession session, AuthenticationSessionModel authSession) {
        person(authSession)
                .filter(user -> NOT_BEFORE.in(authSession).isEmpty())
                .ifPresent(user -> NOT_BEFORE.put(authSession, String.valueOf(notBefore(session, authSession, user))));
    }

    /** Starts a sign-in over that goes on with what was proven in it, and so with what is remembered. */
    public static void watchOver(AuthenticationSessionModel authSession, Runnable restart) {
        Optional<String> noted = NOT_BEFORE.in(authSession);
        restart.run();
        noted.ifPresent(before -> NOT_BEFORE.put(authSession, before));
    }

    /** Lets a sign-in go on in which its person, and nobody else, has just had their sessions ended. */
    public static void spare(KeycloakSession session, AuthenticationSessionModel authSession) {
        person(authSession).ifPresent(user -> spare(session, authSession, user));
    }

    /** The same, before the sign-in knows whose it is. */
    public static void spare(KeycloakSession session, AuthenticationSessionModel authSession, UserModel user) {
        NOT_BEFORE.put(authSession, String.valueOf(notBefore(session, authSession, user)));
    }

    /**
     * Whether the sessions were ended after that or, where nobody could remember, after a step of a flow that was done.
     * Keycloak notes the second of that only, and who signs in within the second of the end may well come after it.
     */
    public static boolean is(KeycloakSession session, AuthenticationSessionModel authSession) {
        return person(authSession)
                .map(user -> notBefore(session, authSession, user))
                .filter(notBefore -> isAfter(notBefore, authSession))
                .isPresent();
    }

    private static boolean isAfter(int notBefore, AuthenticationSessionModel authSession) {
        return NOT_BEFORE
                .in(authSession)
                .map(noted -> !noted.equals(String.valueOf(notBefore)))
                .orElseGet(() -> completed(authSession).anyMatch(step -> step < notBefore));
    }

    private static Stream<Integer> completed(AuthenticationSessionModel authSession) {
        return AuthenticatorUtils.parseCompletedExecutions(
                authSession.getUserSessionNotes().get(Constants.AUTHENTICATORS_COMPLETED))
                .values()
                .stream();
    }

    private static Optional<UserModel> person(AuthenticationSessionModel authSession) {
        return Optional.ofNullable(authSession.getAuthenticatedUser())
                .filter(user -> !LightweightUserAdapter.isLightweightUser(user));
    }

    private static int notBefore(KeycloakSession session, AuthenticationSessionModel authSession, UserModel user) {
        return session.users().getNotBeforeOfUser(authSession.getRealm(), user);
    }
}
