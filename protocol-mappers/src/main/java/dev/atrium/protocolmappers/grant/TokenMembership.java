package dev.atrium.protocolmappers.grant;

import dev.atrium.core.project.MembershipId;
import dev.atrium.core.project.UserId;
import dev.atrium.support.membership.ActiveMembership;
import dev.atrium.support.membership.ChosenMembership;
import dev.atrium.support.membership.HiddenScope;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;

/** Finds the membership a token is for. */
public final class TokenMembership {
    private TokenMembership() {}

    /**
     * The membership this grant is bound to, or the one of the token that was presented; only one that is the person's
     * own and active, in a sign-in where it was chosen.
     */
    public static Optional<ActiveMembership> of(KeycloakSession session, ClientSessionContext grant) {
        UserId user =
                new UserId(grant.getClientSession().getUserSession().getUser().getId());
        return boundTo(grant)
                .or(() -> presented(session, grant).flatMap(PresentedToken::membership))
                .flatMap(id -> ActiveMembership.find(session, id, user));
    }

    /** The token this grant is derived from: presented to userinfo or introspection, or exchanged. */
    static Optional<PresentedToken> presented(KeycloakSession session, ClientSessionContext grant) {
        return isExchange(grant) ? PresentedToken.exchanged(session) : PresentedToken.ofRequest(session);
    }

    static boolean isExchange(ClientSessionContext grant) {
        return OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE.equals(grantType(grant));
    }

    static boolean isClientCredentials(ClientSessionContext grant) {
        return OAuth2Constants.CLIENT_CREDENTIALS.equals(grantType(grant));
    }

    private static Optional<MembershipId> boundTo(ClientSessionContext grant) {
        return ChosenMembership.NOTE
                .in(grant.getClientSession())
                .flatMap(stagesRan ->
                        HiddenScope.membershipIn(grant.getClientScopesStream().map(ClientScopeModel::getName)));
    }

    private static String grantType(ClientSessionContext grant) {
        String type = grant.getAttribute(Constants.GRANT_TYPE, String.class);
        return type == null ? "" : type;
    }
}
