package dev.atrium.overrides.filter;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/**
 * Refuses whatever is sent to a page of a sign-in that is not a form, as pages send it.
 *
 * <p>Keycloak reads the content type again when it puts its headers on a response, and answers 500 where that fails.
 */
@Provider
@PreMatching
public final class OnlyFormsFilter implements ContainerRequestFilter {
    private static final Pattern FORM = Pattern.compile(
            "(?i)\\s*application/x-www-form-urlencoded\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?;?\\s*");

    @Override
    public void filter(ContainerRequestContext request) {
        String contentType = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (contentType != null
                && SignInPage.isAt(request.getUriInfo().getPath())
                && !FORM.matcher(contentType).matches()) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
            request.abortWith(
                    Response.status(Response.Status.UNSUPPORTED_MEDIA_TYPE).build());
        }
    }
}
