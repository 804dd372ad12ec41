package dev.atrium.overrides.filter;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Answers 400 to a form that cannot be decoded, where it is for a page of a sign-in: Keycloak would answer 500. All else
 * is Keycloak's affair.
 */
@Provider
public final class UnreadableFormFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!request.getMethod().equals("POST")
                || !SignInPage.isAt(request.getUriInfo().getPath())) {
            return;
        }
        byte[] body = request.getEntityStream().readAllBytes();
        if (isReadable(new String(body, StandardCharsets.ISO_8859_1))) {
            request.setEntityStream(new ByteArrayInputStream(body));
        } else {
            request.abortWith(Response.status(Response.Status.BAD_REQUEST).build());
        }
    }

    private static boolean isReadable(String form) {
        try {
            URLDecoder.decode(form, StandardCharsets.UTF_8);
            return true;
        } catch (IllegalArgumentException brokenPercentSequence) {
            return false;
        }
    }
}
