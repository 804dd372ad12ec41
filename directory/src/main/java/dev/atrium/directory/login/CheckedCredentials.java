package dev.atrium.directory.login;

import dev.atrium.support.note.FlowNote;
import dev.atrium.support.note.KeycloakNotes;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The credentials that Keycloak's steps checked in a sign-in. Keycloak does not note whose they are, and without starting over a
 * sign-in can go on as somebody else, whom an identity provider or the link of a mail brings, or who comes by way of the page for
 * a forgotten password: what was checked before is not theirs. Steps of Keycloak's own read its note as well.
 */
public final class CheckedCredentials {
    private static final String NOBODY_YET = "";
    private static final FlowNote<Share> SHARE = new FlowNote<>("atrium.credentials", Share::text, Share::parse);

    private CheckedCredentials() {}

    /**
     * The types of those that are this person's, in Keycloak's words, in the order in which they were checked. What is nobody's yet is
     * theirs from then on.
     */
    public static List<String> claim(AuthenticationSessionModel authSession, UserModel user) {
        List<String> all = all(authSession);
        Share share = SHARE.in(authSession)
                .map(known -> known.isFor(user) ? known.by(user) : new Share(user.getId(), all.size()))
                .orElseGet(() -> new Share(user.getId(), 0));
        SHARE.put(authSession, share);
        return all.subList(Math.min(share.from, all.size()), all.size());
    }

    /** This person's first credential of this sign-in is right; what was checked before was theirs or somebody else's. */
    public static void beginWith(AuthenticationSessionModel authSession, UserModel user) {
        if (!isOf(authSession, user)) {
            SHARE.put(authSession, new Share(user.getId(), all(authSession).size()));
        }
    }

    /** The sign-in goes on as this person; if it knew of them already, what is nobody else's was checked of them. */
    public static void goOnAs(AuthenticationSessionModel authSession, UserModel user, boolean known) {
        if (known && SHARE.in(authSession).filter(share -> !share.isFor(user)).isEmpty()) {
            claim(authSession, user);
        } else if (!isOf(authSession, user)) {
            none(authSession);
        }
    }

    private static boolean isOf(AuthenticationSessionModel authSession, UserModel user) {
        return SHARE.in(authSession)
                .filter(share -> share.user.equals(user.getId()))
                .isPresent();
    }

    /** Whoever it is from now on, no credential has been checked of them here. */
    public static void none(AuthenticationSessionModel authSession) {
        KeycloakNotes.CHECKED_CREDENTIALS.remove(authSession);
        SHARE.put(authSession, new Share(NOBODY_YET, 0));
    }

    private static List<String> all(AuthenticationSessionModel authSession) {
        return AuthenticatorUtil.getAuthnCredentials(authSession);
    }

    /**
     * Which of them are whose.
     *
     * @param from how many were checked before
     */
    private record Share(String user, int from) {
        private boolean isFor(UserModel person) {
            return user.equals(NOBODY_YET) || user.equals(person.getId());
        }

        private Share by(UserModel person) {
            return new Share(person.getId(), from);
        }

        private String text() {
            return from + " " + user;
        }

        private static Optional<Share> parse(String text) {
            String[] parts = text.split(" ", 2);
            return Optional.of(new Share(parts[1], Integer.parseInt(parts[0])));
        }
    }
}
