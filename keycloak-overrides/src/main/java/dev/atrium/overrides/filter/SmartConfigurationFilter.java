package dev.atrium.overrides.filter;

import dev.atrium.overrides.discovery.SmartConfigurationProviderFactory;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/**
 * Has the SMART configuration answered as JSON whatever the request accepts (SMART App Launch 2.2.0, "Using .well-known");
 * Keycloak would answer 406 to a FHIR client that accepts {@code application/fhir+json} only.
 */
@Provider
@PreMatching
public final class SmartConfigurationFilter implements ContainerRequestFilter {
    private static final Pattern ADDRESS =
            Pattern.compile("/?realms/[^/]+/\\.well-known/" + SmartConfigurationProviderFactory.ID);

    @Override
    public void filter(ContainerRequestContext request) {
        if (ADDRESS.matcher(request.getUriInfo().getPath()).matches()) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        }
    }
}
