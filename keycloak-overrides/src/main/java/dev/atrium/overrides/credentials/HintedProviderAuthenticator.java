package dev.atrium.overrides.credentials;

import dev.atrium.authenticators.domain.ProviderFailure;
import dev.atrium.authenticators.domain.ProviderHint;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.IdentityProviderAuthenticator;

/** Keycloak's step that follows {@code kc_idp_hint}: not to a provider that whoever is meant may not sign in at. */
final class HintedProviderAuthenticator extends IdentityProviderAuthenticator {
    @Override
    protected void redirect(AuthenticationFlowContext flow, String alias) {
        if (ProviderFailure.isToTell(flow.getAuthenticationSession()) || !ProviderHint.isAllowed(flow, alias)) {
            flow.attempted();
        } else {
            super.redirect(flow, alias);
        }
    }
}
