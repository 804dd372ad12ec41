package dev.atrium.authenticators.broker;

import dev.atrium.core.account.AddressClaim;
import dev.atrium.support.link.Handover;
import dev.atrium.support.link.OvertakenSignIn;
import dev.atrium.support.project.HomeBinding;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** An account that the first sign-in through an identity provider finds, and is to be linked to without its credentials. */
record ExistingAccount(AuthenticationFlowContext flow, UserModel account, BrokeredIdentityContext identity) {
    /** Whether it may be: not where somebody is in it who may be meant, nor where another provider binds its person. */
    boolean needsNoCredentials() {
        AddressClaim claim = new Handover(session()).claim(account);
        return claim.isHandedOver() || (claim.isProven() && isFreeToCome(HomeBinding.of(session(), account)));
    }

    private boolean isFreeToCome(HomeBinding home) {
        return !home.binds() || home.admits(identity.getIdpConfig());
    }

    /** Whoever could be in it without having proved the address is out of it; the provider vouches for the address. */
    void handOver() {
        new Handover(session()).of(account);
        spare();
    }

    /** The same where the provider does not. */
    void clear() {
        new Handover(session()).clear(account);
        spare();
    }

    private void spare() {
        OvertakenSignIn.spare(session(), flow.getAuthenticationSession(), account);
    }

    private KeycloakSession session() {
        return flow.getSession();
    }
}
