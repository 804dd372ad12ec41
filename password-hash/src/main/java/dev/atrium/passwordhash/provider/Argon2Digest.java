package dev.atrium.passwordhash.provider;

import dev.atrium.passwordhash.argon2.Argon2Cost;
import dev.atrium.passwordhash.argon2.Argon2Input;
import dev.atrium.passwordhash.computer.HashComputer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Digests of passwords as Keycloak stores them, in one way to compute them. */
record Argon2Digest(HashComputer computer) {
    /** Nothing if it is not for us to compute: another type or version, no salt, or a password that no text has. */
    Optional<byte[]> of(String password, byte @Nullable [] salt, Argon2Settings settings) {
        return salt == null
                ? Optional.empty()
                : settings.cost().flatMap(cost -> utf8(password).map(bytes -> hash(bytes, salt, cost)));
    }

    private byte[] hash(byte[] password, byte[] salt, Argon2Cost cost) {
        try {
            return computer.hash(new Argon2Input(password, salt), cost);
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    /** Whether it is the password that was stored. */
    boolean matches(String password, PasswordCredentialModel stored) {
        return of(
                        password,
                        stored.getPasswordSecretData().getSalt(),
                        Argon2Settings.of(stored.getPasswordCredentialData()))
                .filter(digest -> isSame(digest, stored))
                .isPresent();
    }

    /** In a time that tells nothing of where they differ. */
    static boolean isSame(byte[] digest, PasswordCredentialModel stored) {
        String value = stored.getPasswordSecretData().getValue();
        return value != null
                && MessageDigest.isEqual(Base64.getEncoder().encode(digest), value.getBytes(StandardCharsets.US_ASCII));
    }

    /** Keycloak refuses half of a surrogate pair, and we leave that to it. No copy stays behind, for the buffer need not grow. */
    private static Optional<byte[]> utf8(String password) {
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
        byte[] buffer = new byte[(int) Math.ceil(password.length() * (double) encoder.maxBytesPerChar())];
        ByteBuffer encoded = ByteBuffer.wrap(buffer);
        try {
            CoderResult result = encoder.encode(CharBuffer.wrap(password), encoded, true);
            return result.isUnderflow() ? Optional.of(Arrays.copyOf(buffer, encoded.position())) : Optional.empty();
        } finally {
            Arrays.fill(buffer, (byte) 0);
        }
    }
}
