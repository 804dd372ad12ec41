package dev.atrium.tokens.grant;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.directory.membership.ActiveMembership;
import dev.atrium.directory.membership.ChosenMembership;
import dev.atrium.directory.membership.ExchangedMembership;
import dev.atrium.directory.membership.MembershipScope;
import java.util.Optional;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;

/** Finds the membership a token is for. */
public final class TokenMembership {
    private TokenMembership() {}

    /**
     * The membership this grant is bound to, or the one of the token it is derived from; only one that is the person's
     * own and active, in a sign-in where it was chosen.
     */
    public static Optional<ActiveMembership> of(KeycloakSession session, ClientSessionContext clientSessionContext) {
        return chosen(session, clientSessionContext)
                .flatMap(id -> ActiveMembership.find(session, id, userOf(clientSessionContext)));
    }

    private static UserId userOf(ClientSessionContext clientSessionContext) {
        return new UserId(clientSessionContext
                .getClientSession()
                .getUserSession()
                .getUser()
                .getId());
    }

    /**
     * Which membership this grant is bound to, whether it is still active or not. An exchanged token keeps its own,
     * whatever the exchange asks for. Where no token is made, it is that of the token presented; where one is made by a
     * grant that is not on the list, there is none.
     */
    public static Optional<MembershipId> chosen(KeycloakSession session, ClientSessionContext clientSessionContext) {
        return SmartGrantType.of(clientSessionContext)
                .map(listed -> listed == SmartGrantType.TOKEN_EXCHANGE
                        ? UnverifiedAccessToken.exchanged(session, clientSessionContext)
                                .flatMap(UnverifiedAccessToken::membership)
                        : boundTo(clientSessionContext))
                .orElseGet(() -> UnverifiedAccessToken.ofRequest(session).flatMap(UnverifiedAccessToken::membership));
    }

    private static Optional<MembershipId> boundTo(ClientSessionContext clientSessionContext) {
        return ChosenMembership.NOTE
                .in(clientSessionContext.getClientSession())
                .or(() -> ExchangedMembership.NOTE.in(clientSessionContext.getClientSession()))
                .flatMap(stagesRan -> MembershipScope.membershipIn(GrantedScopes.of(clientSessionContext)));
    }
}
