package dev.atrium.authenticators.broker;

import dev.atrium.core.broker.EmailTrust;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.util.Booleans;

/**
 * The e-mail address of an account as it was before an identity provider changed the account: in sync with it, Keycloak takes the
 * provider's address over before any mapper runs, and at a first sign-in nobody has asked before whether it may.
 */
public record EmailBeforeMappers(@Nullable String email, boolean verified) {
    private static final String REMEMBERED = "atrium.email.";

    /** Unless it is known already: what there is later may not be the account's own any more. */
    public static void remember(KeycloakSession session, UserModel user) {
        if (beforeMappers(session, user).isEmpty()) {
            session.setAttribute(
                    REMEMBERED + user.getId(), new EmailBeforeMappers(user.getEmail(), user.isEmailVerified()));
        }
    }

    static Optional<EmailBeforeMappers> beforeMappers(KeycloakSession session, UserModel user) {
        return Optional.ofNullable(session.getAttribute(REMEMBERED + user.getId(), EmailBeforeMappers.class));
    }

    /** Puts it back, unless what is there now is the address of the identity, which may take its place. */
    void keep(BrokeredEmail brought, UserModel user) {
        EmailTrust trust = brought.is(user.getEmail()) ? brought.trustUnlessTyped(user.getEmail()) : EmailTrust.REFUSED;
        if (isUnchanged(user)) {
            if (trust == EmailTrust.CLAIMED && isTakenOver(brought.identity())) {
                user.setEmailVerified(false);
            }
        } else {
            String taken = user.getEmail();
            boolean takenVerified = user.isEmailVerified();
            put(user, email, verified);
            if (trust == EmailTrust.VOUCHED && mayTake(brought, user, taken)) {
                put(user, taken, takenVerified);
            }
        }
    }

    /** Of the account as it was, for the new address would speak for itself. */
    private static boolean mayTake(BrokeredEmail brought, UserModel user, String taken) {
        KeycloakSession session = brought.session();
        return new BrokeredAccount(session, session.getContext().getRealm(), user)
                .mayTake(taken, EmailTrust.VOUCHED, brought.identity().getIdpConfig());
    }

    private static void put(UserModel user, @Nullable String email, boolean verified) {
        user.setEmail(email);
        user.setEmailVerified(verified);
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
