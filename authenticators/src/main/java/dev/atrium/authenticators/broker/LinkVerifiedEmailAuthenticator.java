package dev.atrium.authenticators.broker;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.broker.EmailTrust;
import dev.atrium.directory.login.AddressAuthority;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Links the first sign-in through an identity provider to the account with the same e-mail address, without asking.
 *
 * <p>Only if the provider vouches for the address, and only if the people of the address's domain sign in with just
 * this provider, by their organization or a rule: no other provider can take an account over. Addresses that no provider may
 * bring do not come as far as here: see {@link BrokeredEmailMapper}.
 */
final class LinkVerifiedEmailAuthenticator extends AbstractIdpAuthenticator {
    @Override
    protected void authenticateImpl(
            AuthenticationFlowContext flow,
            SerializedBrokeredIdentityContext stored,
            BrokeredIdentityContext identity) {
        BrokeredEmail brought = new BrokeredEmail(flow.getSession(), identity);
        Optional.ofNullable(identity.getEmail())
                .filter(email -> brought.trustUnlessTyped(email) == EmailTrust.VOUCHED)
                .flatMap(EmailAddress::parse)
                .filter(address -> isHomeOf(flow.getSession(), address, identity))
                .map(address -> flow.getSession().users().getUserByEmail(flow.getRealm(), address.value()))
                .filter(UserModel::isEnabled)
                .ifPresentOrElse(account -> link(flow, new ExistingAccount(flow, account, identity)), flow::attempted);
    }

    /** Leaves it to the steps after this one to ask for the account's credentials. */
    private static void link(AuthenticationFlowContext flow, ExistingAccount existing) {
        if (existing.needsNoCredentials()) {
            existing.clear();
            flow.setUser(existing.account());
            flow.success();
        } else {
            flow.attempted();
        }
    }

    @Override
    protected void actionImpl(
            AuthenticationFlowContext flow,
            SerializedBrokeredIdentityContext stored,
            BrokeredIdentityContext identity) {
        authenticateImpl(flow, stored, identity);
    }

    private static boolean isHomeOf(KeycloakSession session, EmailAddress email, BrokeredIdentityContext identity) {
        return new AddressAuthority(session, identity.getIdpConfig()).isHomeOf(email);
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }
}
