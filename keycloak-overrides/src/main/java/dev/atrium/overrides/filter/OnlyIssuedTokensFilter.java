package dev.atrium.overrides.filter;

import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.representations.AccessToken;

/**
 * Answers 401 to a bearer token that names no issuer, where it is for a realm's {@code atrium}.
 *
 * <p>Keycloak looks for the realm in the issuer before it verifies the token, and answers 500 where there is none.
 */
@Provider
@PreMatching
public final class OnlyIssuedTokensFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        String credentials = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (credentials != null && OnlyJsonFilter.isOurs(request) && namesNoIssuer(credentials)) {
            throw new NotAuthorizedException("Bearer");
        }
    }

    /** What is no token at all Keycloak refuses itself. */
    private static boolean namesNoIssuer(String credentials) {
        try {
            String token = credentials.substring(credentials.lastIndexOf(' ') + 1);
            return new JWSInput(token).readJsonContent(AccessToken.class).getIssuer() == null;
        } catch (JWSInputException notAToken) {
            return false;
        }
    }
}
