package dev.atrium.tokens.scope;

import dev.atrium.core.negotiation.OAuthError;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;

/** The scope of a token request whose grant looks at it before client policies are asked. */
public final class TokenRequestScope {
    private TokenRequestScope() {}

    /** Refuses it by name, where Keycloak would list every scope of the request. */
    public static void check(KeycloakSession session, EventBuilder event, Cors cors) {
        Optional.ofNullable(session.getContext()
                        .getHttpRequest()
                        .getDecodedFormParameters()
                        .getFirst(OAuth2Constants.SCOPE))
                .flatMap(sent -> new RawScopeParameter(sent)
                        .fault(session, session.getContext().getClient()))
                .ifPresent(fault -> {
                    event.detail(Details.REASON, fault);
                    event.error(OAuthError.INVALID_SCOPE.code());
                    throw new CorsErrorResponseException(
                            cors, OAuthError.INVALID_SCOPE.code(), fault, Response.Status.BAD_REQUEST);
                });
    }
}
