package dev.atrium.core.factor;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What can stand beside a password or an identity provider as a second factor. */
public enum FactorKind {
    AUTHENTICATOR_APP("otp"),
    SECURITY_KEY("webauthn"),
    PASSKEY("webauthn-passwordless"),
    RECOVERY_CODE("recovery-authn-codes"),
    EMAIL_CODE("email-code");

    private final String credentialType;

    FactorKind(String credentialType) {
        this.credentialType = credentialType;
    }

    /** The type that Keycloak gives the credential; a code by e-mail has none of its own there. */
    public String credentialType() {
        return credentialType;
    }

    public static Optional<FactorKind> ofCredentialType(String type) {
        return Arrays.stream(values())
                .filter(kind -> kind.credentialType.equals(type))
                .findFirst();
    }

    /** A key is a key, whether it signs in alone or not: two of them are one kind of proof. */
    boolean isKey() {
        return this == SECURITY_KEY || this == PASSKEY;
    }

    /**
     * Which of these proofs is the second factor, if they are two.
     *
     * @param passed what was checked, of one person in one session
     * @param first whether a password was checked besides, or an identity provider brought the person
     * @param passkeyVerifies whether each use of a passkey has the person give PIN, finger or face: then it is two factors by itself
     *     (NIST SP 800-63B, section 5.1.9, "multi-factor cryptographic devices")
     */
    public static Optional<FactorKind> second(Set<FactorKind> passed, boolean first, boolean passkeyVerifies) {
        if (passkeyVerifies && passed.contains(PASSKEY)) {
            return Optional.of(PASSKEY);
        }
        long keys = passed.stream().filter(FactorKind::isKey).count();
        long kinds = passed.size() - Math.max(0, keys - 1) + (first ? 1 : 0);
        return kinds > 1 ? passed.stream().sorted().findFirst() : Optional.empty();
    }
}
