package dev.atrium.authenticators.broker;

import dev.atrium.core.broker.EmailTrust;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.broker.IdpCreateUserIfUniqueAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.provider.BrokeredIdentityContext;

/**
 * Keycloak's step that makes the account, unless the person has put an address in the place of the provider's since
 * that one was judged, and the provider may not bring people with the new one.
 */
final class CreateUserAuthenticator extends IdpCreateUserIfUniqueAuthenticator {
    @Override
    protected void authenticateImpl(
            AuthenticationFlowContext flow,
            SerializedBrokeredIdentityContext stored,
            BrokeredIdentityContext identity) {
        BroughtEmail brought = new BroughtEmail(flow.getSession(), identity);
        if (BroughtEmail.text(identity.getEmail())
                .map(brought::trustUnlessTyped)
                .filter(EmailTrust.REFUSED::equals)
                .isPresent()) {
            throw new EmailRefusal(flow.getSession(), flow.getRealm(), identity).end();
        }
        super.authenticateImpl(flow, stored, identity);
    }
}
