package dev.atrium.overrides.broker;

import dev.atrium.authenticators.broker.BrokeredEmail;
import dev.atrium.authenticators.broker.EmailRefusal;
import dev.atrium.core.broker.EmailTrust;
import dev.atrium.directory.homeidp.UserFederation;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.broker.IdpCreateUserIfUniqueAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.UserProvider;

/**
 * Keycloak's step that makes the account, unless the person has put an address in the place of the provider's since
 * that one was judged, and the provider may not bring people with the new one. A user name is not what tells people
 * apart: who has another address is another, who may have taken the name to stand in the way.
 */
final class CreateUserAuthenticator extends IdpCreateUserIfUniqueAuthenticator {
    @Override
    protected void authenticateImpl(
            AuthenticationFlowContext flow,
            SerializedBrokeredIdentityContext stored,
            BrokeredIdentityContext identity) {
        BrokeredEmail brought = new BrokeredEmail(flow.getSession(), identity);
        if (BrokeredEmail.text(identity.getEmail())
                .map(brought::trustUnlessTyped)
                .filter(EmailTrust.REFUSED::equals)
                .isPresent()) {
            throw new EmailRefusal(flow.getSession(), flow.getRealm(), identity).end();
        }
        super.authenticateImpl(flow, stored, identity);
    }

    @Override
    protected String getUsername(
            AuthenticationFlowContext flow,
            SerializedBrokeredIdentityContext stored,
            BrokeredIdentityContext identity) {
        String name = super.getUsername(flow, stored, identity);
        return name != null && isStrangers(flow, name, identity)
                ? identity.getIdpConfig().getAlias() + "." + identity.getId()
                : name;
    }

    /** Whether somebody is called so whose address is another than the one that the provider vouches for. */
    private static boolean isStrangers(AuthenticationFlowContext flow, String name, BrokeredIdentityContext identity) {
        UserProvider users = flow.getSession().users();
        BrokeredEmail brought = new BrokeredEmail(flow.getSession(), identity);
        return !flow.getRealm().isDuplicateEmailsAllowed()
                && BrokeredEmail.text(identity.getEmail())
                        .filter(email -> brought.trustUnlessTyped(email) == EmailTrust.VOUCHED)
                        .filter(email -> users.getUserByEmail(flow.getRealm(), email) == null)
                        .map(email -> users.getUserByUsername(flow.getRealm(), name))
                        .filter(other -> !UserFederation.keeps(other))
                        .flatMap(other -> BrokeredEmail.text(other.getEmail()))
                        .isPresent();
    }
}
