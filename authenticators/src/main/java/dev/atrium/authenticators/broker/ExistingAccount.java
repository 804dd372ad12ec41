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

    /** Whoever could be in it without having proved the address is out of it, which is proved if the provider vouches for it. */
    void clear() {
        Handover handover = new Handover(session());
        if (new BroughtEmail(session(), identity).proves(account)) {
            handover.of(account);
        } else {
            handover.clear(account);
        }
        OvertakenSignIn.spare(session(), flow.getAuthenticationSession(), account);
    }

    private KeycloakSession session() {
        return flow.getSession();
    }
}
