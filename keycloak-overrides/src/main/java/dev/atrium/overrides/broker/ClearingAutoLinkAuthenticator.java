package dev.atrium.overrides.broker;

import dev.atrium.authenticators.broker.ExistingAccount;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.broker.IdpAutoLinkAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.provider.BrokeredIdentityContext;

/** Keycloak's step that links without asking: nobody stays in an account who never proved its address. */
final class ClearingAutoLinkAuthenticator extends IdpAutoLinkAuthenticator {
    @Override
    protected void authenticateImpl(
            AuthenticationFlowContext flow,
            SerializedBrokeredIdentityContext stored,
            BrokeredIdentityContext identity) {
        ExistingAccount existing = new ExistingAccount(
                flow, getExistingUser(flow.getSession(), flow.getRealm(), flow.getAuthenticationSession()), identity);
        if (existing.needsNoCredentials()) {
            existing.clear();
            super.authenticateImpl(flow, stored, identity);
        } else {
            flow.failure(
                    AuthenticationFlowError.INVALID_USER,
                    flow.form().setError("atrium.link.member").createErrorPage(Response.Status.FORBIDDEN));
        }
    }
}
