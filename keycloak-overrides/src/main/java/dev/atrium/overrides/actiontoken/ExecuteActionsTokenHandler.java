package dev.atrium.overrides.actiontoken;

import dev.atrium.authenticators.requiredaction.MailedLink;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.authentication.actiontoken.execactions.ExecuteActionsActionToken;
import org.keycloak.authentication.actiontoken.execactions.ExecuteActionsActionTokenHandler;

/** The link by which an administrator has somebody do something to their account. */
public final class ExecuteActionsTokenHandler extends ExecuteActionsActionTokenHandler {
    @Override
    public Response handleToken(
            ExecuteActionsActionToken token, ActionTokenContext<ExecuteActionsActionToken> context) {
        MailedLink link = MailedLink.of(context);
        if (!link.fresh() && !link.isInTheirBrowser()) {
            link.handOverBefore(token.getRequiredActions());
        }
        return super.handleToken(token, context);
    }

    @Override
    public int order() {
        return 10;
    }
}
