package dev.atrium.authenticators.stage;

import dev.atrium.core.account.UserId;
import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.support.oauth.OAuthRedirect;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** One turn of a person at a stage, whether Keycloak runs it as a step of a flow or as a required action. */
public interface StageContext {
    KeycloakSession session();

    AuthenticationSessionModel authSession();

    UserModel user();

    EventBuilder event();

    /** A new page, ready to be filled. */
    LoginFormsProvider page();

    /** What the person sent; empty when they have not seen a page yet. */
    MultivaluedMap<String, String> posted();

    /** Shows a page and waits for the answer. */
    void show(Response page);

    /** Ends the sign-in with an answer to the app. */
    void end(Response answer);

    /** Whether a patient or an encounter that is not known can be found here: the patient stage runs between this and the end. */
    boolean hasPatientStep();

    /** Goes on to what comes next. */
    void proceed();

    default UserId userId() {
        return new UserId(user().getId());
    }

    default LoginRequest request() {
        return new LoginRequest(session(), authSession(), user());
    }

    /** Sends the person back to the app with an error, and records why. */
    default void refuse(OAuthError error, String reason) {
        refuse(error, error.description(), reason);
    }

    /** The same, where the app is told more than the error says by itself. */
    default void refuse(OAuthError error, String description, String reason) {
        recordRefusal(reason);
        end(OAuthRedirect.refuse(session(), authSession(), error, description));
    }

    /** An error event; the reason is for those who read events, not for the app. */
    default void recordRefusal(String reason) {
        event().clone()
                .user(user())
                .client(authSession().getClient())
                .detail(Details.REASON, reason)
                .error(Errors.ACCESS_DENIED);
    }
}
