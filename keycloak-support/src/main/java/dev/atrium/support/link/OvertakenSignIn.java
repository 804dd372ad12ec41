package dev.atrium.support.link;

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
 * A sign-in that waited at a page while all sessions of its person were ended, by a {@link Handover} or by an admin. It
 * has no session yet that could be ended, and Keycloak does not ask again who sends that page.
 */
public final class OvertakenSignIn {
    private static final FlowNote<String> NOT_BEFORE = new FlowNote<>("atrium.not-before", text -> text, Optional::of);

    private OvertakenSignIn() {}

    /** Remembers, once it is known who signs in, when their sessions were last ended. */
    public static void watch(KeycloakSession session, AuthenticationSessionModel signIn) {
        person(signIn)
                .filter(user -> NOT_BEFORE.in(signIn).isEmpty())
                .ifPresent(user -> NOT_BEFORE.put(signIn, String.valueOf(notBefore(session, signIn, user))));
    }

    /** Lets a sign-in go on in which its person, and nobody else, has just had their sessions ended. */
    public static void spare(KeycloakSession session, AuthenticationSessionModel signIn) {
        person(signIn).ifPresent(user -> spare(session, signIn, user));
    }

    /** The same, before the sign-in knows whose it is. */
    public static void spare(KeycloakSession session, AuthenticationSessionModel signIn, UserModel user) {
        NOT_BEFORE.put(signIn, String.valueOf(notBefore(session, signIn, user)));
    }

    /**
     * Whether the sessions were ended after that or, where nobody could remember, after a step of a flow that was done.
     * Keycloak notes the second of that only, and who signs in within the second of the end may well come after it.
     */
    public static boolean is(KeycloakSession session, AuthenticationSessionModel signIn) {
        return person(signIn)
                .map(user -> notBefore(session, signIn, user))
                .filter(notBefore -> isAfter(notBefore, signIn))
                .isPresent();
    }

    private static boolean isAfter(int notBefore, AuthenticationSessionModel signIn) {
        return NOT_BEFORE
                .in(signIn)
                .map(noted -> !noted.equals(String.valueOf(notBefore)))
                .orElseGet(() -> completed(signIn).anyMatch(step -> step < notBefore));
    }

    private static Stream<Integer> completed(AuthenticationSessionModel signIn) {
        return AuthenticatorUtils.parseCompletedExecutions(
                signIn.getUserSessionNotes().get(Constants.AUTHENTICATORS_COMPLETED))
                .values()
                .stream();
    }

    private static Optional<UserModel> person(AuthenticationSessionModel signIn) {
        return Optional.ofNullable(signIn.getAuthenticatedUser())
                .filter(user -> !LightweightUserAdapter.isLightweightUser(user));
    }

    private static int notBefore(KeycloakSession session, AuthenticationSessionModel signIn, UserModel user) {
        return session.users().getNotBeforeOfUser(signIn.getRealm(), user);
    }
}
