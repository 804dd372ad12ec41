package dev.atrium.protocolmappers.grant;

import dev.atrium.core.project.MembershipId;
import dev.atrium.core.project.UserId;
import dev.atrium.support.membership.ActiveMembership;
import dev.atrium.support.membership.ChosenMembership;
import dev.atrium.support.membership.ExchangedMembership;
import dev.atrium.support.membership.HiddenScope;
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
    public static Optional<ActiveMembership> of(KeycloakSession session, ClientSessionContext grant) {
        return chosen(session, grant).flatMap(id -> ActiveMembership.find(session, id, userOf(grant)));
    }

    private static UserId userOf(ClientSessionContext grant) {
        return new UserId(grant.getClientSession().getUserSession().getUser().getId());
    }

    /**
     * Which membership this grant is bound to, whether it is still active or not. An exchanged token keeps its own,
     * whatever the exchange asks for. Where no token is made, it is that of the token presented; where one is made by a
     * grant that is not on the list, there is none.
     */
    static Optional<MembershipId> chosen(KeycloakSession session, ClientSessionContext grant) {
        return SmartGrant.of(grant)
                .map(listed -> listed == SmartGrant.TOKEN_EXCHANGE
                        ? PresentedToken.exchanged(session, grant).flatMap(PresentedToken::membership)
                        : boundTo(grant))
                .orElseGet(() -> PresentedToken.ofRequest(session).flatMap(PresentedToken::membership));
    }

    private static Optional<MembershipId> boundTo(ClientSessionContext grant) {
        return ChosenMembership.NOTE
                .in(grant.getClientSession())
                .or(() -> ExchangedMembership.NOTE.in(grant.getClientSession()))
                .flatMap(stagesRan -> HiddenScope.membershipIn(GrantedScopes.of(grant)));
    }
}
