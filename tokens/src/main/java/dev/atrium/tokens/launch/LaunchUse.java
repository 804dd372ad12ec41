package dev.atrium.tokens.launch;

import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.directory.launch.EhrLaunchNote;
import dev.atrium.directory.launch.EhrLaunches;
import dev.atrium.directory.launch.LaunchHandle;
import dev.atrium.support.note.KeycloakNotes;
import dev.atrium.support.oauth.OAuthRedirect;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The end of an EHR launch: its handle is used up by the answer to the app. */
public final class LaunchUse {
    private LaunchUse() {}

    /** Uses up the handle of this sign-in, if it has one; the answer to the app where somebody else was faster. */
    public static Optional<Response> refusal(
            KeycloakSession session, AuthenticationSessionModel authSession, UserModel user) {
        Optional<String> handle = KeycloakNotes.LAUNCH.in(authSession);
        if (EhrLaunchNote.NOTE.in(authSession).isEmpty()
                || handle.flatMap(LaunchHandle::parse)
                        .flatMap(new EhrLaunches(session)::use)
                        .isPresent()) {
            return Optional.empty();
        }
        new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(EventType.LOGIN)
                .client(authSession.getClient())
                .user(user)
                .detail(Details.REASON, "The launch was used by another sign-in, or this one took too long")
                .error(OAuthError.INVALID_REQUEST.code());
        return Optional.of(
                OAuthRedirect.refuse(session, authSession, OAuthError.INVALID_REQUEST, LaunchParameter.NOT_OPEN));
    }
}
