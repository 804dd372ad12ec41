package dev.atrium.overrides.actiontoken;

import dev.atrium.authenticators.requiredaction.MailedLink;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionTokenHandler;

/** The link of a forgotten password: in whatever browser, for whoever asks for it knows no credential. */
public final class ResetCredentialsTokenHandler extends ResetCredentialsActionTokenHandler {
    @Override
    @SuppressWarnings("rawtypes") // so it is there
    public Response handleToken(ResetCredentialsActionToken token, ActionTokenContext context) {
        MailedLink.of((ActionTokenContext<?>) context).handOver();
        return super.handleToken(token, context);
    }

    @Override
    public int order() {
        return 10;
    }
}
