package dev.atrium.eventlisteners.mail;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * A change to somebody's account.
 *
 * @param message what is said of it, under {@code atrium.mail.security-notice.}
 * @param value what is named there
 * @param ipAddress whence it was made, where that was the person
 */
record AccountChange(String message, String value, Optional<String> ipAddress, boolean byAdministrator) {
    /** What became of a credential. */
    enum Fate {
        ADDED,
        REMOVED
    }

    /** An administrator did it. */
    static AccountChange ordered(String message, String value) {
        return new AccountChange(message, value, Optional.empty(), true);
    }

    /** The person did it, or somebody who came in as that person. */
    static AccountChange done(String message, String value, @Nullable String ipAddress) {
        return new AccountChange(message, value, Optional.ofNullable(ipAddress), false);
    }

    /** The message about a credential of this type. */
    static String message(@Nullable String credentialType, Fate fate) {
        String name = name(String.valueOf(credentialType));
        return name.equals("password") && fate == Fate.ADDED
                ? "password-set"
                : name + "-" + fate.name().toLowerCase(Locale.ROOT);
    }

    private static String name(String credentialType) {
        return switch (credentialType) {
            case PasswordCredentialModel.TYPE -> "password";
            case OTPCredentialModel.TYPE -> "otp";
            case WebAuthnCredentialModel.TYPE_PASSWORDLESS, WebAuthnCredentialModel.TYPE_TWOFACTOR -> "passkey";
            case RecoveryAuthnCodesCredentialModel.TYPE -> "recovery";
            default -> "credential";
        };
    }
}
