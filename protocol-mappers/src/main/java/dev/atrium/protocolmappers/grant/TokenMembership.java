package dev.atrium.protocolmappers.grant;

import dev.atrium.core.project.MembershipId;
import dev.atrium.core.project.UserId;
import dev.atrium.support.membership.ActiveMembership;
import dev.atrium.support.membership.ChosenMembership;
import dev.atrium.support.membership.HiddenScope;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;

/** Finds the membership a token is for. */
public final class TokenMembership {
    private TokenMembership() {}

    /**
     * The membership this grant is bound to, or the one of the token it is derived from; only one that is the person's
     * own and active, in a sign-in where it was chosen.
     */
    public static Optional<ActiveMembership> of(KeycloakSession session, ClientSessionContext grant) {
        return chosen(session, grant).flatMap(id -> ActiveMembership.find(session, id, userOf(grant)));
    }

    private static UserId userOf(ClientSessionContext grant) {
        return new UserId(grant.getClientSession().getUserSession().getUser().getId());
    }

    /** An exchanged token keeps its membership, whatever the exchange asks for. */
    private static Optional<MembershipId> chosen(KeycloakSession session, ClientSessionContext grant) {
        return isExchange(grant)
                ? PresentedToken.exchanged(session).flatMap(PresentedToken::membership)
                : boundTo(grant).or(() -> PresentedToken.ofRequest(session).flatMap(PresentedToken::membership));
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
                .flatMap(stagesRan -> HiddenScope.membershipIn(GrantedScopes.of(grant)));
    }

    private static String grantType(ClientSessionContext grant) {
        String type = grant.getAttribute(Constants.GRANT_TYPE, String.class);
        return type == null ? "" : type;
    }
}
