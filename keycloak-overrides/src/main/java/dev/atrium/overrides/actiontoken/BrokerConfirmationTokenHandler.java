package dev.atrium.overrides.actiontoken;

import dev.atrium.authenticators.requiredaction.MailedLink;
import dev.atrium.directory.account.StaleLogin;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.authentication.actiontoken.idpverifyemail.IdpVerifyAccountLinkActionToken;
import org.keycloak.authentication.actiontoken.idpverifyemail.IdpVerifyAccountLinkActionTokenHandler;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionCompoundId;

/** The link that confirms that an identity at a provider is to be linked to an account. */
public final class BrokerConfirmationTokenHandler extends IdpVerifyAccountLinkActionTokenHandler {
    @Override
    public Response handleToken(
            IdpVerifyAccountLinkActionToken token, ActionTokenContext<IdpVerifyAccountLinkActionToken> context) {
        MailedLink link = MailedLink.of(context);
        if (link.fresh() || link.isInTheirBrowser()) {
            return super.handleToken(token, context);
        }
        if (link.needsCredentials()) {
            return context.getSession()
                    .getProvider(LoginFormsProvider.class)
                    .setAuthenticationSession(context.getAuthenticationSession())
                    .setError("atrium.link.member")
                    .createErrorPage(Response.Status.FORBIDDEN);
        }
        if (link.handOver()) {
            spareWaiting(token, context);
        }
        return super.handleToken(token, context);
    }

    /** The sign-in at the provider waits for the link, perhaps in another browser. */
    private static void spareWaiting(
            IdpVerifyAccountLinkActionToken token, ActionTokenContext<IdpVerifyAccountLinkActionToken> context) {
        Optional.ofNullable(token.getOriginalCompoundAuthenticationSessionId())
                .map(AuthenticationSessionCompoundId::encoded)
                .map(id -> new AuthenticationSessionManager(context.getSession())
                        .getAuthenticationSessionByIdAndClient(
                                context.getRealm(),
                                id.getRootSessionId(),
                                context.getRealm().getClientById(id.getClientUUID()),
                                id.getTabId()))
                .ifPresent(waiting -> StaleLogin.spare(
                        context.getSession(),
                        waiting,
                        context.getAuthenticationSession().getAuthenticatedUser()));
    }

    @Override
    public int order() {
        return 10;
    }
}
