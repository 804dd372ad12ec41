package dev.atrium.authenticators.broker;

import dev.atrium.core.project.EmailAddress;
import dev.atrium.support.project.HomeProvider;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.JsonWebToken;

/**
 * Links the first sign-in through an identity provider to the account with the same e-mail address, without asking.
 *
 * <p>Only if the provider says that it verified the address, and only if the address's domain belongs to an
 * organization whose people sign in with just this provider: no other provider can take an account over. Nor can one
 * make an account for an address it may not speak for, which its owner would find taken.
 */
final class LinkVerifiedEmailAuthenticator extends AbstractIdpAuthenticator {
    @Override
    protected void authenticateImpl(
            AuthenticationFlowContext flow,
            SerializedBrokeredIdentityContext stored,
            BrokeredIdentityContext identity) {
        Optional<EmailAddress> email = Optional.ofNullable(identity.getEmail()).flatMap(EmailAddress::parse);
        if (email.filter(address -> !isCredible(flow.getSession(), address, identity))
                .isPresent()) {
            refuse(flow);
            return;
        }
        email.filter(address -> isVerified(identity))
                .filter(address -> isHomeOf(flow.getSession(), address, identity))
                .map(address -> flow.getSession().users().getUserByEmail(flow.getRealm(), address.value()))
                .filter(UserModel::isEnabled)
                .ifPresentOrElse(account -> link(flow, new ExistingAccount(flow, account, identity)), flow::attempted);
    }

    /** Leaves it to the steps after this one to ask for the account's credentials. */
    private static void link(AuthenticationFlowContext flow, ExistingAccount existing) {
        if (existing.needsNoCredentials()) {
            existing.handOver();
            flow.setUser(existing.account());
            flow.success();
        } else {
            flow.attempted();
        }
    }

    private void refuse(AuthenticationFlowContext flow) {
        flow.getEvent().detail(Details.REASON, "The identity provider may not speak for this e-mail address");
        sendFailureChallenge(
                flow,
                Response.Status.FORBIDDEN,
                Errors.IDENTITY_PROVIDER_ERROR,
                "atrium.email.foreign",
                AuthenticationFlowError.IDENTITY_PROVIDER_ERROR);
    }

    @Override
    protected void actionImpl(
            AuthenticationFlowContext flow,
            SerializedBrokeredIdentityContext stored,
            BrokeredIdentityContext identity) {
        authenticateImpl(flow, stored, identity);
    }

    /** An organization's provider must have verified the address, too: it is what its people are known by. */
    private static boolean isCredible(KeycloakSession session, EmailAddress email, BrokeredIdentityContext identity) {
        return HomeProvider.maySpeakFor(session, email, identity.getIdpConfig())
                && (identity.getIdpConfig().getOrganizationId() == null || isVerified(identity));
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
