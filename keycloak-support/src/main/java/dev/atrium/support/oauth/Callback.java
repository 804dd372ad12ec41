package dev.atrium.support.oauth;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.OIDCResponseMode;
import org.keycloak.protocol.oidc.utils.OIDCResponseType;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Where and how an app wants its answer.
 *
 * @param redirectUri one that Keycloak has found to be the client's
 */
public record Callback(ClientModel client, String redirectUri, OIDCResponseMode mode, Optional<String> state) {
    static Callback of(AuthenticationSessionModel authSession) {
        return new Callback(
                authSession.getClient(),
                authSession.getRedirectUri(),
                mode(
                        authSession.getClientNote(OIDCLoginProtocol.RESPONSE_MODE_PARAM),
                        authSession.getClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM)),
                Optional.ofNullable(authSession.getClientNote(OIDCLoginProtocol.STATE_PARAM)));
    }

    /**
     * The response mode that a request means.
     *
     * @throws IllegalArgumentException if there is no such mode or type
     */
    public static OIDCResponseMode mode(@Nullable String mode, @Nullable String type) {
        return OIDCResponseMode.parse(mode, OIDCResponseType.parse(type));
    }
}
