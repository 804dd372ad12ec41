package dev.atrium.authenticators.broker;

import dev.atrium.core.broker.EmailTrust;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.util.Booleans;

/** The e-mail address of an account as it was before the mappers of an identity provider changed the account. */
record EmailBeforeMappers(@Nullable String email, boolean verified) {
    private static final String REMEMBERED = "atrium.email.";

    static void remember(KeycloakSession session, UserModel user) {
        session.setAttribute(
                REMEMBERED + user.getId(), new EmailBeforeMappers(user.getEmail(), user.isEmailVerified()));
    }

    static Optional<EmailBeforeMappers> beforeMappers(KeycloakSession session, UserModel user) {
        return Optional.ofNullable(session.getAttribute(REMEMBERED + user.getId(), EmailBeforeMappers.class));
    }

    /** Puts it back, unless what is there now is the address of the identity, and that one vouched for. */
    void keep(BrokeredEmail brought, UserModel user) {
        EmailTrust trust = brought.is(user.getEmail()) ? brought.trustUnlessTyped(user.getEmail()) : EmailTrust.REFUSED;
        if (isUnchanged(user)) {
            if (trust == EmailTrust.CLAIMED && isTakenOver(brought.identity())) {
                user.setEmailVerified(false);
            }
        } else if (trust != EmailTrust.VOUCHED) {
            user.setEmail(email);
            user.setEmailVerified(verified);
        }
    }

    private boolean isUnchanged(UserModel user) {
        return email == null ? user.getEmail() == null : email.equalsIgnoreCase(user.getEmail());
    }

    /** Keycloak has marked it verified just now, for it knows of no difference between silence and a word. */
    private static boolean isTakenOver(BrokeredIdentityContext identity) {
        return identity.getIdpConfig().getSyncMode() == IdentityProviderSyncMode.FORCE
                && Booleans.isTrue(identity.getIdpConfig().isTrustEmail());
    }
}
