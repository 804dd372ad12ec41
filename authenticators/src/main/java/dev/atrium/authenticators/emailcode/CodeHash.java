package dev.atrium.authenticators.emailcode;

import dev.atrium.core.emailcode.EmailCode;
import dev.atrium.core.emailcode.SentCode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The keyed hash of a code. The key is the one with which the realm signs its own cookies and action tokens: all nodes
 * have it, it never leaves the server, and an administrator can rotate it.
 */
final class CodeHash {
    /** Sets what is hashed here apart from all that Keycloak signs with the key. */
    private static final String PURPOSE = "atrium-email-code";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String signIn;

    /** Of codes for one sign-in: elsewhere the same code has another hash. */
    CodeHash(KeycloakSession session, String signIn) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.signIn = signIn;
    }

    /** The id of the key that is used now. */
    String currentKey() {
        return session.keys()
                .getActiveKey(realm, KeyUse.SIG, Constants.INTERNAL_SIGNATURE_ALGORITHM)
                .getKid();
    }

    String of(EmailCode code, String id, String key) {
        return Base64.getEncoder()
                .encodeToString(hash(Objects.requireNonNull(key(key)), id + "." + signIn + "." + code.digits()));
    }

    /** No code is right any more whose key the realm has no longer. */
    boolean matches(SentCode sent, EmailCode typed) {
        return key(sent.key()) != null
                && MessageDigest.isEqual(
                        sent.hash().getBytes(StandardCharsets.US_ASCII),
                        of(typed, sent.id(), sent.key()).getBytes(StandardCharsets.US_ASCII));
    }

    private @Nullable KeyWrapper key(String id) {
        return session.keys().getKey(realm, id, KeyUse.SIG, Constants.INTERNAL_SIGNATURE_ALGORITHM);
    }

    private static byte[] hash(KeyWrapper key, String text) {
        SecretKey secret = key.getSecretKey();
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(secret);
            return mac.doFinal((PURPOSE + "\0" + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HMAC with SHA-512", missing);
        }
    }
}
