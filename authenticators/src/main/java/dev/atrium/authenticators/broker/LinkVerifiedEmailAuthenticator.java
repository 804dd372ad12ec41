package dev.atrium.authenticators.broker;

import dev.atrium.authenticators.domain.HomeProvider;
import dev.atrium.core.project.EmailAddress;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.JsonWebToken;

/**
 * Links the first sign-in through an identity provider to the account with the same e-mail address, without asking.
 *
 * <p>Only if the provider says that it verified the address, and only if the address's domain belongs to an
 * organization whose people sign in with just this provider: no other provider can take an account over.
 */
final class LinkVerifiedEmailAuthenticator extends AbstractIdpAuthenticator {
    @Override
    protected void authenticateImpl(
            AuthenticationFlowContext flow,
            SerializedBrokeredIdentityContext stored,
            BrokeredIdentityContext identity) {
        Optional<UserModel> account = verifiedEmail(identity)
                .filter(email -> isHomeOf(flow.getSession(), email, identity))
                .map(email -> flow.getSession().users().getUserByEmail(flow.getRealm(), email.value()))
                .filter(UserModel::isEnabled);
        if (account.isPresent()) {
            flow.setUser(account.get());
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

    private static Optional<EmailAddress> verifiedEmail(BrokeredIdentityContext identity) {
        return isVerified(identity)
                ? Optional.ofNullable(identity.getEmail()).flatMap(EmailAddress::parse)
                : Optional.empty();
    }

    private static boolean isVerified(BrokeredIdentityContext identity) {
        return identity.getContextData().get(OIDCIdentityProvider.VALIDATED_ID_TOKEN) instanceof JsonWebToken token
                && Boolean.parseBoolean(String.valueOf(token.getOtherClaims().get(IDToken.EMAIL_VERIFIED)));
    }

    private static boolean isHomeOf(KeycloakSession session, EmailAddress email, BrokeredIdentityContext identity) {
        return HomeProvider.of(session, email)
                .filter(home -> home.getAlias().equals(identity.getIdpConfig().getAlias()))
                .isPresent();
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
