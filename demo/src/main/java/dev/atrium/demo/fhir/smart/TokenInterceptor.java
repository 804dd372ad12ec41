package dev.atrium.demo.fhir.smart;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import dev.atrium.core.scope.Interaction;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks each request for an access token and its scopes for this kind of request. What of the records the token opens is for
 * the provider of the type, which gets it as {@link Access}.
 */
@Interceptor
public final class TokenInterceptor {
    private static final String BEARER = "bearer ";

    private static final Map<RestOperationTypeEnum, Interaction> INTERACTIONS = Map.ofEntries(
            Map.entry(RestOperationTypeEnum.CREATE, Interaction.CREATE),
            Map.entry(RestOperationTypeEnum.READ, Interaction.READ),
            Map.entry(RestOperationTypeEnum.VREAD, Interaction.READ),
            Map.entry(RestOperationTypeEnum.HISTORY_INSTANCE, Interaction.READ),
            Map.entry(RestOperationTypeEnum.UPDATE, Interaction.UPDATE),
            Map.entry(RestOperationTypeEnum.PATCH, Interaction.UPDATE),
            Map.entry(RestOperationTypeEnum.DELETE, Interaction.DELETE),
            Map.entry(RestOperationTypeEnum.SEARCH_TYPE, Interaction.SEARCH),
            Map.entry(RestOperationTypeEnum.HISTORY_TYPE, Interaction.SEARCH));

    private final TokenVerifier verifier;

    public TokenInterceptor(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void check(RequestDetails request) {
        RestOperationTypeEnum operation = request.getRestOperationType();
        if (operation == RestOperationTypeEnum.METADATA) {
            return;
        }
        Access access = access(request.getHeader("Authorization"));
        Interaction interaction = INTERACTIONS.get(operation);
        String type = request.getResourceName();
        // Batches, operations and searches of the whole system are not served here, so nobody is let into them.
        if (interaction == null || type == null) {
            throw new ForbiddenOperationException("No scope allows this kind of request here.");
        }
        if (!access.allowsSome(interaction, type)) {
            throw new ForbiddenOperationException("The token's scopes do not allow to " + verb(interaction) + " " + type
                    + " resources. It has: " + access.scopes().text());
        }
        access.keepWith(request);
    }

    private Access access(@Nullable String authorization) {
        if (authorization == null) {
            throw refused("No access token: send it in the header Authorization, as Bearer.", "Bearer");
        }
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            throw refused("The header Authorization is not of the form Bearer and an access token.", "Bearer");
        }
        try {
            return Access.of(
                    verifier.verify(authorization.substring(BEARER.length()).strip()));
        } catch (TokenVerifier.Refused e) {
            throw refused("The access token is not accepted. " + e.getMessage(), "Bearer error=\"invalid_token\"");
        }
    }

    /** RFC 6750 section 3: without a token, no error code. */
    private static AuthenticationException refused(String sentence, String challenge) {
        var refusal = new AuthenticationException(sentence);
        refusal.addResponseHeader("WWW-Authenticate", challenge);
        return refusal;
    }

    private static String verb(Interaction interaction) {
        return interaction.name().toLowerCase(Locale.ROOT);
    }
}
