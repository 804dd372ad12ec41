package dev.atrium.rest.realm;

import dev.atrium.invitations.page.LandingResource;
import dev.atrium.invitations.page.LinkResource;
import dev.atrium.provisioning.hook.HookResource;
import dev.atrium.rest.launch.LaunchLifetime;
import dev.atrium.rest.launch.LaunchResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.messages.Messages;

/** {@code /realms/{realm}/atrium}. */
public final class AtriumRealmResource {
    private final KeycloakSession session;
    private final LaunchLifetime launchLifetime;

    AtriumRealmResource(KeycloakSession session, LaunchLifetime launchLifetime) {
        this.session = session;
        this.launchLifetime = launchLifetime;
    }

    /** The pages that links in mails lead to. */
    @Path("links")
    public LinkResource links() {
        requireOpen();
        return new LinkResource(session);
    }

    /** Where other systems send their events. */
    @Path("hooks")
    public HookResource hooks() {
        return new HookResource(session);
    }

    /** Where EHRs say what they launch an app with. */
    @Path("launch")
    public LaunchResource launch() {
        return new LaunchResource(session, launchLifetime);
    }

    /** Where sign-ins end that no app asked for. */
    @Path("landing")
    public LandingResource landing() {
        requireOpen();
        return new LandingResource(session);
    }

    /** As Keycloak requires for its own pages. */
    private void requireOpen() {
        RealmModel realm = session.getContext().getRealm();
        if (!realm.isEnabled()) {
            throw new ErrorPageException(session, Response.Status.BAD_REQUEST, Messages.REALM_NOT_ENABLED);
        }
        String scheme = session.getContext().getUri().getBaseUri().getScheme();
        if (!"https".equals(scheme)
                && realm.getSslRequired().isRequired(session.getContext().getConnection())) {
            throw new ErrorPageException(session, Response.Status.BAD_REQUEST, Messages.HTTPS_REQUIRED);
        }
    }
}
