package dev.atrium.passwordhash.provider;

import dev.atrium.passwordhash.argon2.Argon2Cost;
import dev.atrium.passwordhash.argon2.Argon2Input;
import dev.atrium.passwordhash.computer.HashComputer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
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
        Optional<Argon2Cost> cost = settings.cost();
        Optional<byte[]> bytes = cost.isEmpty() || salt == null ? Optional.empty() : utf8(password);
        if (bytes.isEmpty() || salt == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(computer.hash(new Argon2Input(bytes.get(), salt), cost.get()));
        } finally {
            Arrays.fill(bytes.get(), (byte) 0);
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

    /** Keycloak refuses half of a surrogate pair, and we leave that to it. */
    private static Optional<byte[]> utf8(String password) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(password));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            encoded.rewind();
            encoded.put(new byte[bytes.length]); // no copy stays behind
            return Optional.of(bytes);
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }
}
