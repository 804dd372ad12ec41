package dev.atrium.authenticators.broker;

import dev.atrium.core.account.AddressClaim;
import dev.atrium.directory.account.StaleLogin;
import dev.atrium.directory.account.UnverifiedAccountTakeover;
import dev.atrium.directory.login.LoginCheck;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** An account that the first sign-in through an identity provider finds, and is to be linked to without its credentials. */
public record ExistingAccount(AuthenticationFlowContext flow, UserModel account, BrokeredIdentityContext identity) {
    /** Whether it may be: not where somebody is in it who may be meant, nor where its person signs in otherwise. */
    public boolean needsNoCredentials() {
        AddressClaim claim = new UnverifiedAccountTakeover(session()).claim(account);
        return claim.isHandedOver() || (claim.isProven() && isFreeToCome(LoginCheck.of(session(), account)));
    }

    private boolean isFreeToCome(LoginCheck check) {
        return !check.binds() || check.admits(identity.getIdpConfig());
    }

    /** Whoever could be in it without having proved the address is out of it, which is proved if the provider vouches for it. */
    public void clear() {
        UnverifiedAccountTakeover takeover = new UnverifiedAccountTakeover(session());
        if (new BrokeredEmail(session(), identity).proves(account)) {
            takeover.of(account);
        } else {
            takeover.clear(account);
        }
        StaleLogin.spare(session(), flow.getAuthenticationSession(), account);
    }

    private KeycloakSession session() {
        return flow.getSession();
    }
}
