package dev.atrium.overrides.actiontoken;

import dev.atrium.authenticators.requiredaction.MailedLink;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.authentication.actiontoken.inviteorg.InviteOrgActionToken;
import org.keycloak.authentication.actiontoken.inviteorg.InviteOrgActionTokenHandler;

/** The link of Keycloak's own invitation to an organization. */
public final class OrganizationInvitationTokenHandler extends InviteOrgActionTokenHandler {
    @Override
    public Response handleToken(InviteOrgActionToken token, ActionTokenContext<InviteOrgActionToken> context) {
        MailedLink link = MailedLink.of(context);
        if (!link.fresh() && !link.isInTheirBrowser()) {
            link.handOverBefore(List.of());
        }
        return super.handleToken(token, context);
    }

    @Override
    public int order() {
        return 10;
    }
}
