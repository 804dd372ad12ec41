package dev.atrium.rest.realm;

import dev.atrium.rest.hook.HookResource;
import dev.atrium.rest.link.LandingResource;
import dev.atrium.rest.link.LinkResource;
import jakarta.ws.rs.Path;
import org.keycloak.models.KeycloakSession;

/** {@code /realms/{realm}/atrium}. */
public final class AtriumRealmResource {
    private final KeycloakSession session;

    AtriumRealmResource(KeycloakSession session) {
        this.session = session;
    }

    /** The pages that links in mails lead to. */
    @Path("links")
    public LinkResource links() {
        return new LinkResource(session);
    }

    /** Where other systems send their events. */
    @Path("hooks")
    public HookResource hooks() {
        return new HookResource(session);
    }

    /** Where sign-ins end that no app asked for. */
    @Path("landing")
    public LandingResource landing() {
        return new LandingResource(session);
    }
}
