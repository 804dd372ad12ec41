package dev.atrium.invitations.page;

import dev.atrium.invitations.link.Landing;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** {@code atrium/landing}: sends the browser on to where a person was to end up. */
public final class LandingResource {
    private final KeycloakSession session;

    public LandingResource(KeycloakSession session) {
        this.session = session;
    }

    @GET
    public Response land(
            @QueryParam(Landing.CLIENT) @Nullable String client,
            @QueryParam(Landing.PROJECT) @Nullable String project,
            @QueryParam("error") @Nullable String error) {
        Landing landing = Landing.of(session, Optional.ofNullable(client), Optional.ofNullable(project));
        landing.client().ifPresent(session.getContext()::setClient);
        if (error != null) {
            return new PageResponse(session)
                    .of(LinkPage.problem("atrium.link.unfinished", "").status(200));
        }
        return landing.home(session)
                .map(home -> Response.seeOther(home)
                        .header("Referrer-Policy", "no-referrer")
                        .build())
                .orElseGet(() -> new PageResponse(session)
                        .of(LinkPage.problem("atrium.link.done", "").status(200)));
    }
}
