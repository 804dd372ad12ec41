package dev.atrium.rest.launch;

import dev.atrium.http.error.Answer;
import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import dev.atrium.http.request.RequestBody;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * {@code atrium/launch}: an EHR registers what it is about to launch an app with. Its server calls this, never its pages:
 * there is no CORS.
 */
public final class LaunchResource {
    private final KeycloakSession session;
    private final LaunchLifetime lifetime;

    /** For launches that stay open as long as this. */
    public LaunchResource(KeycloakSession session, LaunchLifetime lifetime) {
        this.session = session;
        this.lifetime = lifetime;
    }

    @POST
    public Response register(InputStream body) {
        return Answer.of(session, () -> {
            requireOpen();
            LaunchCaller ehr = LaunchCaller.authenticated(session);
            String type =
                    session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.CONTENT_TYPE);
            LaunchInput input = LaunchInput.read(RequestBody.read(type, body));
            return new LaunchRegistration(session, ehr, lifetime).register(input);
        });
    }

    private void requireOpen() {
        RealmModel realm = session.getContext().getRealm();
        if (!realm.isEnabled()) {
            throw new Refused(Problem.notFound("This realm is disabled."));
        }
        String scheme = session.getContext().getUri().getBaseUri().getScheme();
        Refused.unless(
                "https".equals(scheme)
                        || !realm.getSslRequired()
                                .isRequired(session.getContext().getConnection()),
                "Use https for this address.");
    }
}
