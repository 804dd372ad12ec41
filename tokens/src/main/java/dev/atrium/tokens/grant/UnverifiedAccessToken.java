package dev.atrium.tokens.grant;

import dev.atrium.core.launch.InvalidLaunchContext;
import dev.atrium.core.launch.LaunchContext;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.directory.membership.MembershipScope;
import dev.atrium.support.oauth.RealmIssuer;
import java.util.Map;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager;

/**
 * The access token that a userinfo, introspection or token exchange request is about.
 *
 * <p>Keycloak verified it before any claim is asked for, but hands mappers only what it copied from it.
 */
public record UnverifiedAccessToken(AccessToken token) {
    public static final String MEMBERSHIP_CLAIM = "membership";

    /** The whole launch context, for userinfo, introspection and exchange, which know the access token only. */
    public static final String LAUNCH_CLAIM = "launch_context";

    /** The token that was presented, if this is a userinfo or introspection request. */
    static Optional<UnverifiedAccessToken> ofRequest(KeycloakSession session) {
        String path = session.getContext().getUri().getPath();
        if (path.endsWith("/protocol/openid-connect/userinfo")) {
            return bearer(session).or(() -> posted(session, OAuth2Constants.ACCESS_TOKEN));
        }
        return path.endsWith("/protocol/openid-connect/token/introspect") ? posted(session, "token") : Optional.empty();
    }

    /**
     * The token that is exchanged, in a token exchange request (RFC 8693, section 2.1); only one of this realm that
     * Keycloak has taken for the exchange, for what another issuer says of memberships and scopes means nothing here.
     */
    public static Optional<UnverifiedAccessToken> exchanged(KeycloakSession session, ClientSessionContext exchange) {
        String issuer = RealmIssuer.of(session);
        return posted(session, OAuth2Constants.SUBJECT_TOKEN)
                .filter(presented -> issuer.equals(presented.token().getIssuer()))
                .filter(presented -> presented.isSubjectOf(exchange));
    }

    /** What the app was launched with. */
    public Optional<LaunchContext> launch() {
        if (!(token.getOtherClaims().get(LAUNCH_CLAIM) instanceof Map<?, ?> context)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LaunchContext.of(context));
        } catch (InvalidLaunchContext notOurs) {
            throw new IllegalStateException(
                    "a token of this realm with a launch context that it did not write", notOurs);
        }
    }

    Optional<MembershipId> membership() {
        return token.getOtherClaims().get(MEMBERSHIP_CLAIM) instanceof String id
                ? MembershipId.parse(id)
                : Optional.empty();
    }

    /** The membership of an access or a refresh token, which tell it in different places. */
    Optional<MembershipId> boundTo() {
        return membership()
                .or(() ->
                        MembershipScope.membershipIn(scopes().scopes().stream().map(Scope::text)));
    }

    public ScopeSet scopes() {
        return ScopeSet.parse(token.getScope() == null ? "" : token.getScope());
    }

    /** Keycloak notes the subject token of an exchange by the client it was issued to, once it has verified it. */
    private boolean isSubjectOf(ClientSessionContext exchange) {
        String noted =
                exchange.getClientSession().getNote(Constants.TOKEN_EXCHANGE_SUBJECT_CLIENT + token.getIssuedFor());
        return noted != null && noted.equals(token.getId());
    }

    private static Optional<UnverifiedAccessToken> bearer(KeycloakSession session) {
        return Optional.ofNullable(AppAuthManager.extractAuthorizationHeaderTokenOrReturnNull(
                        session.getContext().getHttpRequest().getHttpHeaders()))
                .flatMap(header -> decode(header.getToken()));
    }

    private static Optional<UnverifiedAccessToken> posted(KeycloakSession session, String parameter) {
        return Optional.ofNullable(session.getContext()
                        .getHttpRequest()
                        .getDecodedFormParameters()
                        .getFirst(parameter))
                .flatMap(UnverifiedAccessToken::decode);
    }

    private static Optional<UnverifiedAccessToken> decode(String encoded) {
        try {
            return Optional.of(new UnverifiedAccessToken(new JWSInput(encoded).readJsonContent(AccessToken.class)));
        } catch (JWSInputException notAToken) {
            return Optional.empty();
        }
    }
}
