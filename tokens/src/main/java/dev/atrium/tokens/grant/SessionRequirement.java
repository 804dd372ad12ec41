package dev.atrium.tokens.grant;

import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.directory.factor.BroughtFactor;
import dev.atrium.directory.factor.ProvenMethods;
import dev.atrium.directory.factor.SecondFactor;
import dev.atrium.directory.factor.SignInProof;
import dev.atrium.directory.factor.UnmetRequirement;
import dev.atrium.directory.membership.ActiveMembership;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.RefreshToken;
import org.keycloak.util.TokenUtil;

/**
 * Whether the session of a grant has what the project of its membership asks of sign-ins by now. Where a project asks nothing,
 * nothing is read.
 */
public record SessionRequirement(
        KeycloakSession session, ClientSessionContext clientSessionContext, ActiveMembership active) {
    /** Ends the token request if it has not. */
    public void check() {
        if (active.project().requirements().areAny()) {
            SignInProof.of(session, userSession()).unmetOf(active.project()).ifPresent(unmet -> {
                throw refusal(unmet).of(session, clientSessionContext);
            });
        }
    }

    /**
     * Has an offline session remember what this sign-in proved: Keycloak copies notes to it when it makes it, and never again
     * for later sign-ins of the same browser.
     */
    public void keepIn(@Nullable RefreshToken refreshToken) {
        if (refreshToken == null
                || !TokenUtil.TOKEN_TYPE_OFFLINE.equals(refreshToken.getType())
                || !active.project().requirements().areAny()) {
            return;
        }
        UserSessionModel offline = session.sessions()
                .getOfflineUserSession(
                        session.getContext().getRealm(), userSession().getId());
        if (offline != null && !offline.equals(userSession())) {
            keepIn(offline);
        }
    }

    private void keepIn(UserSessionModel offline) {
        UserSessionModel online = userSession();
        SecondFactor.NOTE.in(online).ifPresent(passed -> SecondFactor.NOTE.put(offline, passed));
        BroughtFactor.NOTE.in(online).ifPresent(brought -> BroughtFactor.NOTE.put(offline, brought));
        ProvenMethods.NOTE.in(online).ifPresent(proven -> ProvenMethods.NOTE.put(offline, proven));
    }

    private UserSessionModel userSession() {
        return clientSessionContext.getClientSession().getUserSession();
    }

    /** The grant is over (RFC 6749, section 5.2): the person has to sign in again. */
    private TokenRefusal refusal(UnmetRequirement unmet) {
        return new TokenRefusal(
                SmartGrantType.TOKEN_EXCHANGE.is(clientSessionContext)
                        ? OAuthError.INVALID_REQUEST
                        : OAuthError.INVALID_GRANT,
                unmet.description(),
                "The project '" + active.project().alias() + "' asks for what the session does not have: " + unmet);
    }
}
