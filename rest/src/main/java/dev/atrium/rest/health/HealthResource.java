package dev.atrium.rest.health;

import dev.atrium.http.error.Answer;
import dev.atrium.http.error.Refused;
import dev.atrium.rest.request.AdminRequest;
import dev.atrium.setup.watch.HealthProvider;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** {@code atrium/health}: everything that is not as it should be, with cause and cure. Nothing is changed. */
public final class HealthResource {
    private static final String MAIL_SERVER = "mailServer";

    private final AdminRequest request;

    public HealthResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    public Response health() {
        return request.answer(() -> {
            Refused.unless(request.auth().realm().canViewRealm(), "This needs the right to view the realm.");
            boolean askMailServer =
                    request.query(Set.of(MAIL_SERVER)).flag(MAIL_SERVER).orElse(false);
            return Answer.json(HealthRepresentation.of(
                    request.session().getProvider(HealthProvider.class).findings(askMailServer)));
        });
    }
}
