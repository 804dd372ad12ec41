package dev.atrium.overrides.filter;

import dev.atrium.http.error.Answer;
import dev.atrium.http.error.Problem;
import dev.atrium.http.request.RequestBody;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/**
 * Refuses every body below a realm's {@code atrium} in the admin REST, sent to a hook or
 * to register a launch, that is not JSON, before Keycloak looks at it.
 *
 * <p>Keycloak parses forms before it asks us, and reads the content type again when it puts its headers on a response;
 * it answers 500 where that fails.
 */
@Provider
@PreMatching
public final class OnlyJsonFilter implements ContainerRequestFilter {
    private static final Pattern OURS = Pattern.compile("/?admin/realms/[^/]+/atrium(/.*)?", Pattern.DOTALL);
    private static final Pattern BESIDE = Pattern.compile("/?realms/[^/]+/atrium/(hooks|launch)(/.*)?", Pattern.DOTALL);

    @Override
    public void filter(ContainerRequestContext request) {
        String contentType = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (contentType != null && (isOurs(request) || isBeside(request)) && !RequestBody.isJson(contentType)) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
            request.abortWith(Answer.refusing(Problem.unsupportedMediaType()));
        }
    }

    private static boolean isBeside(ContainerRequestContext request) {
        return BESIDE.matcher(request.getUriInfo().getPath()).matches();
    }

    static boolean isOurs(ContainerRequestContext request) {
        return OURS.matcher(request.getUriInfo().getPath()).matches();
    }
}
