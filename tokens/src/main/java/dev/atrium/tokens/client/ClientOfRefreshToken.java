package dev.atrium.tokens.client;

import dev.atrium.support.oauth.RealmIssuer;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.RefreshToken;
import org.keycloak.util.TokenUtil;

/**
 * The public client of a refresh token, for a request that names no client.
 *
 * <p>{@code client_id} is not among the parameters of a refresh (SMART App Launch 2.2.0, "Refresh access token"), and a
 * public client proves nothing by it. A client that has a secret or a key must use it here as everywhere.
 */
public final class ClientOfRefreshToken {
    /** Where Keycloak looks for the client of a request that does not name one. */
    private static final String ATTRIBUTE = "client_id";

    private ClientOfRefreshToken() {}

    /** Tells Keycloak who refreshes, or revokes a refresh token. Whether the token is good for it, Keycloak says. */
    public static void identify(KeycloakSession session) {
        ClientRequest request = new ClientRequest(session);
        if (!request.namesClient() && request.authorization().isEmpty()) {
            presented(request)
                    .flatMap(token -> publicClient(session, token))
                    .ifPresent(client -> session.setAttribute(ATTRIBUTE, client.getClientId()));
        }
    }

    private static Optional<String> presented(ClientRequest request) {
        if (request.isTo("/token")) {
            return request.parameter(OAuth2Constants.GRANT_TYPE)
                    .filter(OAuth2Constants.REFRESH_TOKEN::equals)
                    .flatMap(grant -> request.parameter(OAuth2Constants.REFRESH_TOKEN));
        }
        return request.isTo("/revoke") ? request.parameter("token") : Optional.empty();
    }

    /** Only of a refresh token that this realm signed; an expired one, too: its client is told so. */
    private static Optional<ClientModel> publicClient(KeycloakSession session, String encoded) {
        RealmModel realm = session.getContext().getRealm();
        String issuer = RealmIssuer.of(session);
        return Optional.ofNullable(session.tokens().decode(encoded, RefreshToken.class))
                .filter(ClientOfRefreshToken::isRefreshToken)
                .filter(token -> issuer.equals(token.getIssuer()))
                .map(RefreshToken::getIssuedFor)
                .map(realm::getClientByClientId)
                .filter(ClientModel::isPublicClient);
    }

    private static boolean isRefreshToken(RefreshToken token) {
        return TokenUtil.TOKEN_TYPE_REFRESH.equals(token.getType())
                || TokenUtil.TOKEN_TYPE_OFFLINE.equals(token.getType());
    }
}
