package dev.atrium.authenticators.broker;

import dev.atrium.directory.account.StaleLogin;
import dev.atrium.directory.account.UnverifiedAccountTakeover;
import dev.atrium.support.note.KeycloakNotes;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The proof of an account's e-mail address that an identity provider brings: the account is its owner's from then on.
 * Who comes by a link that was there before has shown nothing else, so nobody else stays in the account; who has just
 * linked it has shown its credentials, or was handed it over.
 */
record AddressProof(KeycloakSession session, UserModel user) {
    private static final String UNPROVEN = "atrium.email.unproven.";

    /** To be called while Keycloak has not changed the account yet, which a provider in sync may mark as verified. */
    void rememberWhetherUnproven(BrokeredEmail brought) {
        AuthenticationSessionModel authSession = brought.identity().getAuthenticationSession();
        boolean linking = authSession != null
                && KeycloakNotes.LINKING_PROVIDER.in(authSession).isPresent();
        if (!linking && !user.isEmailVerified()) {
            session.setAttribute(UNPROVEN + user.getId(), true);
        }
    }

    /** To be called when the account has its address for good. */
    void take(BrokeredEmail brought) {
        if (!brought.proves(user)) {
            return;
        }
        if (session.getAttribute(UNPROVEN + user.getId()) != null) {
            user.setEmailVerified(false);
            new UnverifiedAccountTakeover(session)
                    .byProvider(user, brought.identity().getIdpConfig().getAlias());
            spare(brought.identity().getAuthenticationSession());
        } else {
            user.setEmailVerified(true);
        }
    }

    private void spare(@Nullable AuthenticationSessionModel authSession) {
        if (authSession != null) {
            StaleLogin.spare(session, authSession, user);
        }
    }
}
