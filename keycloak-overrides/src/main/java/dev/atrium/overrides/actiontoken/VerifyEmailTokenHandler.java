package dev.atrium.overrides.actiontoken;

import dev.atrium.authenticators.requiredaction.MailedLink;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.authentication.actiontoken.verifyemail.VerifyEmailActionToken;
import org.keycloak.authentication.actiontoken.verifyemail.VerifyEmailActionTokenHandler;
import org.keycloak.models.UserModel;

/**
 * The link that verifies an address. Who goes on with it in the browser in which they registered or signed in keeps what
 * they set up there; elsewhere it may be somebody who never saw the account before.
 */
public final class VerifyEmailTokenHandler extends VerifyEmailActionTokenHandler {
    @Override
    public Response handleToken(VerifyEmailActionToken token, ActionTokenContext<VerifyEmailActionToken> context) {
        MailedLink link = MailedLink.of(context);
        if (link.isFromElsewhere() && !link.fresh() && !link.isInTheirBrowser()) {
            link.handOverBefore(List.of());
            // Keycloak does nothing for an address that is verified already, unless it is to be
            context.getAuthenticationSession().addRequiredAction(UserModel.RequiredAction.VERIFY_EMAIL);
        }
        return super.handleToken(token, context);
    }

    @Override
    public int order() {
        return 10;
    }
}
