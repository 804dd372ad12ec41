package dev.atrium.store;

import dev.atrium.core.invitation.Invitation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What may be pending once: an address for a project as a profile, short enough for an index of every database. */
final class PendingKey {
    private PendingKey() {}

    static String of(Invitation invitation) {
        String whole = invitation.offered().project().value() + "\n"
                + invitation.offered().profile().reference() + "\n"
                + invitation.email().value();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
