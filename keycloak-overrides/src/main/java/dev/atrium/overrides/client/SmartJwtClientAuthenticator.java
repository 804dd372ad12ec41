package dev.atrium.overrides.client;

import dev.atrium.tokens.client.BearerClient;
import dev.atrium.tokens.client.SmartClient;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.authentication.authenticators.client.ClientAuthUtil;
import org.keycloak.authentication.authenticators.client.JWTClientAuthenticator;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.ClientModel;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.services.ServicesLogger;

/**
 * Signed JWT, as in Keycloak; for a client that may request SMART scopes, by SMART's rules (SMART App Launch 2.2.0,
 * "Client authentication: asymmetric"). It also knows an introspecting client by its access token.
 */
public final class SmartJwtClientAuthenticator extends JWTClientAuthenticator {
    @Override
    public void authenticateClient(ClientAuthenticationFlowContext context) {
        if (BearerClient.authenticate(context)) {
            return;
        }
        smartClient(context)
                .ifPresentOrElse(client -> authenticateSmart(context, client), () -> super.authenticateClient(context));
    }

    @Override
    public int order() {
        return 10;
    }

    /** As the assertion has it, which is not checked yet; what cannot be read is for Keycloak to refuse. */
    private static Optional<ClientModel> smartClient(ClientAuthenticationFlowContext context) {
        return Optional.ofNullable(
                        context.getHttpRequest().getDecodedFormParameters().getFirst(OAuth2Constants.CLIENT_ASSERTION))
                .flatMap(SmartJwtClientAuthenticator::subject)
                .map(context.getRealm()::getClientByClientId)
                .filter(SmartClient::is);
    }

    private static Optional<String> subject(String assertion) {
        try {
            JsonWebToken token = new JWSInput(assertion).readJsonContent(JsonWebToken.class);
            return Optional.ofNullable(token.getSubject());
        } catch (JWSInputException unreadable) {
            return Optional.empty();
        }
    }

    private void authenticateSmart(ClientAuthenticationFlowContext context, ClientModel client) {
        context.attempted();
        try {
            SmartAssertionValidator validator = new SmartAssertionValidator(context, this::verifySignature);
            validator.getState().setClient(client);
            if (validator.validate()) {
                context.success();
            }
        } catch (Exception refused) { // Keycloak's own types declare no narrower one
            ServicesLogger.LOGGER.errorValidatingAssertion(refused); // as Keycloak's own does
            context.failure(
                    AuthenticationFlowError.INVALID_CLIENT_CREDENTIALS,
                    ClientAuthUtil.errorResponse(
                            Status.BAD_REQUEST.getStatusCode(),
                            OAuthErrorException.INVALID_CLIENT,
                            "The client assertion is not signed with a key of the client, or cannot be read"));
        }
    }
}
