package dev.atrium.tokens.client;

import dev.atrium.core.scope.ScopeSet;
import dev.atrium.tokens.grant.EndedMembership;
import dev.atrium.tokens.grant.UnverifiedAccessToken;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.authentication.authenticators.client.ClientAuthUtil;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AppAuthManager.BearerTokenAuthenticator;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * A client that introspects with an access token of its own in place of its secret or key (SMART App Launch 2.2.0,
 * "Token introspection"). It needs the {@link IntrospectionRight}, and the token must have been requested for it.
 */
public final class BearerClient {
    private static final Pattern BEARER = Pattern.compile("(?i)bearer +([\\w.~+/=-]+)");

    private final ClientAuthenticationFlowContext context;

    private BearerClient(ClientAuthenticationFlowContext context) {
        this.context = context;
    }

    /**
     * Authenticates the client of an introspection request with a Bearer token, or refuses it.
     *
     * @return whether the request is one; others are Keycloak's affair
     */
    public static boolean authenticate(ClientAuthenticationFlowContext context) {
        ClientRequest request = new ClientRequest(context.getSession());
        if (!request.isTo("/token/introspect") || request.namesClient()) {
            return false;
        }
        Optional<String> token = request.authorization()
                .map(BEARER::matcher)
                .filter(Matcher::matches)
                .map(header -> header.group(1));
        token.ifPresent(new BearerClient(context)::authenticate);
        return token.isPresent();
    }

    private void authenticate(String encoded) {
        KeycloakSession session = context.getSession();
        AuthResult bearer =
                new BearerTokenAuthenticator(session).setTokenString(encoded).authenticate();
        if (bearer == null || isBoundToKey(bearer) || hasEnded(bearer)) {
            challenge("invalid_token");
            return; // without a client, Keycloak answers invalid_client
        }
        ClientModel client = bearer.client();
        context.setClient(client);
        if (IntrospectionRight.isHeldBy(client) && IntrospectionRight.isIn(bearer.token()) && !opensData(bearer)) {
            context.success();
        } else {
            challenge("insufficient_scope");
            context.failure(
                    AuthenticationFlowError.INVALID_CLIENT_CREDENTIALS,
                    ClientAuthUtil.errorResponse(
                            Status.FORBIDDEN.getStatusCode(),
                            "insufficient_scope",
                            "The access token needs the scope '" + IntrospectionRight.SCOPE
                                    + "' and none of SMART's, and its client must be confidential and have this client scope"));
        }
    }

    /** A token that goes to FHIR servers must not let them ask about tokens that are none of theirs. */
    private static boolean opensData(AuthResult bearer) {
        return ScopeSet.parse(bearer.token().getScope()).concernsFhir()
                || bearer.token().getOtherClaims().containsKey(UnverifiedAccessToken.MEMBERSHIP_CLAIM);
    }

    /** Whoever has it must prove that the key is theirs too, which the header alone does not. */
    private static boolean isBoundToKey(AuthResult bearer) {
        return bearer.token().getConfirmation() != null;
    }

    private boolean hasEnded(AuthResult bearer) {
        return EndedMembership.isOf(context.getSession(), bearer.token(), bearer.user());
    }

    private void challenge(String error) {
        context.getSession()
                .getContext()
                .getHttpResponse()
                .setHeader(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer realm=\"" + context.getRealm().getName() + "\", error=\"" + error + "\"");
    }
}
