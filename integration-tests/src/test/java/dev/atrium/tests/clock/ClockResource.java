package dev.atrium.tests.clock;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.keycloak.common.util.Time;
import org.keycloak.services.resource.RealmResourceProvider;

/** Runs in a server under test, and moves its clock. */
public final class ClockResource implements RealmResourceProvider {
    @Override
    public Object getResource() {
        return this;
    }

    /** Sets how many seconds the server's clock is ahead. */
    @POST
    @Path("{seconds}")
    public String ahead(@PathParam("seconds") int seconds) {
        Time.setOffset(seconds);
        return String.valueOf(Time.currentTimeMillis());
    }

    @Override
    public void close() {}
}
