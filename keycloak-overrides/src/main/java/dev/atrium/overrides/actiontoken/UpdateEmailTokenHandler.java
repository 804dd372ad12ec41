package dev.atrium.overrides.actiontoken;

import dev.atrium.authenticators.requiredaction.MailedLink;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.authentication.actiontoken.updateemail.UpdateEmailActionToken;
import org.keycloak.authentication.actiontoken.updateemail.UpdateEmailActionTokenHandler;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.Action;

/**
 * The link that changes an account's address to the one it was sent to. Whoever has that mailbox may never have seen the
 * account, whose maker would stay in it: so it is followed where the account is signed in, or changes nothing.
 */
public final class UpdateEmailTokenHandler extends UpdateEmailActionTokenHandler {
    private static final String WAITS_HERE = "atrium.update-email.here";

    /** Keycloak drops the sign-in that waits for the link right after it has asked for this. */
    @Override
    public String getAuthenticationSessionIdFromToken(
            UpdateEmailActionToken token,
            ActionTokenContext<UpdateEmailActionToken> context,
            @Nullable AuthenticationSessionModel current) {
        context.getSession().setAttribute(WAITS_HERE, waitsIn(current, token.getUserId()));
        return super.getAuthenticationSessionIdFromToken(token, context, current);
    }

    @Override
    public Response handleToken(UpdateEmailActionToken token, ActionTokenContext<UpdateEmailActionToken> context) {
        boolean waitsHere = context.getSession().getAttributeOrDefault(WAITS_HERE, false);
        if (waitsHere || MailedLink.of(context).isInTheirBrowser()) {
            return super.handleToken(token, context);
        }
        return context.getSession()
                .getProvider(LoginFormsProvider.class)
                .setAuthenticationSession(context.getAuthenticationSession())
                .setError("atrium.link.elsewhere")
                .createErrorPage(Response.Status.FORBIDDEN);
    }

    private static boolean waitsIn(@Nullable AuthenticationSessionModel current, String userId) {
        return Optional.ofNullable(current)
                .filter(waiting -> Action.REQUIRED_ACTIONS.name().equals(waiting.getAction()))
                .map(AuthenticationSessionModel::getAuthenticatedUser)
                .map(UserModel::getId)
                .filter(userId::equals)
                .isPresent();
    }

    @Override
    public int order() {
        return 10;
    }
}
