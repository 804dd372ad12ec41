package dev.atrium.overrides.broker;

import dev.atrium.directory.login.LoginCheck;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.authenticators.client.ClientAssertionState;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.grants.JWTAuthorizationGrantType;

/**
 * The JWT authorization grant (RFC 7523, section 2.1): those who come through the identity provider of their domain do not
 * come by the word of another one.
 */
final class HomeIdpJwtGrantType extends JWTAuthorizationGrantType {
    @Override
    protected @Nullable UserModel lookupUserByFederatedIdentity(
            FederatedIdentityModel identity, ClientAssertionState assertion) {
        UserModel user = super.lookupUserByFederatedIdentity(identity, assertion);
        return user == null || isAroundHome(user, identity.getIdentityProvider()) ? null : user;
    }

    private boolean isAroundHome(UserModel user, String alias) {
        IdentityProviderModel issuer = session.identityProviders().getByAlias(alias);
        LoginCheck check = LoginCheck.of(session, user);
        return check.isRestricted() && !check.admits(issuer);
    }
}
