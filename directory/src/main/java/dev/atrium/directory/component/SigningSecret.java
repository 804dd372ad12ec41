package dev.atrium.directory.component;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.keycloak.common.util.SecretGenerator;

/** A symmetric secret of Standard Webhooks: 24 to 64 bytes, written {@code whsec_} and base64. */
public final class SigningSecret {
    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final String HMAC = "HmacSHA256";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final int NEW_BYTES = 32;

    private final byte[] key;

    private SigningSecret(byte[] key) {
        this.key = key;
    }

    /** A new one, from Keycloak's generator. */
    public static SigningSecret generate() {
        return new SigningSecret(SecretGenerator.getInstance().randomBytes(NEW_BYTES));
    }

    /** Empty for what is none; no word of what was wrong, for it may be a secret of another kind. */
    public static Optional<SigningSecret> parse(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
            boolean fits = key.length >= LEAST_BYTES && key.length <= MOST_BYTES;
            return fits ? Optional.of(new SigningSecret(key)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The secret itself, to be shown once. */
    public String reveal() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** The signature of a message, in the form of the header {@code webhook-signature}. */
    public String signature(String id, String timestamp, byte[] body) {
        return VERSION + Base64.getEncoder().encodeToString(mac(id, timestamp, body));
    }

    /** Whether one of these signatures, with blanks between, is right; takes the same time for each wrong one. */
    public boolean signed(String signatures, String id, String timestamp, byte[] body) {
        byte[] right = signature(id, timestamp, body).getBytes(StandardCharsets.UTF_8);
        return Stream.of(signatures.split(" ", -1))
                .map(signature -> MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8)))
                .reduce(false, Boolean::logicalOr);
    }

    private byte[] mac(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
