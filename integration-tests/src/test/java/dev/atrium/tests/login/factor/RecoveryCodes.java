package dev.atrium.tests.login.factor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/** A list of recovery codes as Keycloak stores it. */
public final class RecoveryCodes {
    private RecoveryCodes() {}

    /** Gives somebody, as the admin REST takes them, the codes {@code AAAABBBBCCCC} and {@code DDDDEEEEFFFF}. */
    public static void addTo(ObjectNode user) {
        ObjectNode secret = Admin.JSON.createObjectNode();
        code(secret, 1, "AAAABBBBCCCC");
        code(secret, 2, "DDDDEEEEFFFF");
        user.withArray("credentials")
                .addObject()
                .put("type", "recovery-authn-codes")
                .put("secretData", secret.toString())
                .put("credentialData", "{\"algorithm\":\"SHA-512\",\"remaining\":2,\"total\":2}");
    }

    private static void code(ObjectNode secret, int number, String code) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-512").digest(code.getBytes(StandardCharsets.UTF_8));
            secret.withArray("codes")
                    .addObject()
                    .put("number", number)
                    .put("encodedHashedValue", Base64.getEncoder().encodeToString(hash));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
