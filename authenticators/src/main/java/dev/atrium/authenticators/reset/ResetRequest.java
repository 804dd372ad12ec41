package dev.atrium.authenticators.reset;

import dev.atrium.authenticators.stage.AnsweredSignIn;
import java.net.URI;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Event;
import org.keycloak.models.KeycloakSession;

/**
 * That somebody asked for a new password, as far as it outlives the request.
 *
 * @param link where the mail leads, but for its token
 * @param event what Keycloak noted of the request so far
 */
public record ResetRequest(AnsweredSignIn signIn, String typed, URI link, Event event) {
    public static ResetRequest of(AuthenticationFlowContext flow, String typed, URI link) {
        return new ResetRequest(
                AnsweredSignIn.of(flow), typed, link, flow.getEvent().getEvent().clone());
    }

    /** Has the mail written when the request is done. */
    public void handOver(KeycloakSession session) {
        signIn.afterwards(session, "atrium-reset", (job, authSession) -> new ResetMail(job, authSession, this).send());
    }
}
