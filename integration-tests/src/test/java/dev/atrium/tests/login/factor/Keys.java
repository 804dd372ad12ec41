package dev.atrium.tests.login.factor;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Keys that somebody has registered, and that the test cannot use: for that it takes a browser. */
public final class Keys {
    private Keys() {}

    static void securityKey(ObjectNode user) {
        key(user, "webauthn");
    }

    public static void passkey(ObjectNode user) {
        key(user, "webauthn-passwordless");
    }

    private static void key(ObjectNode user, String type) {
        user.withArray("credentials")
                .addObject()
                .put("type", type)
                .put("secretData", "{}")
                .put(
                        "credentialData",
                        "{\"aaguid\":\"00000000-0000-0000-0000-000000000000\",\"credentialId\":\"AA\",\"counter\":0,"
                                + "\"credentialPublicKey\":\"AA\"}");
    }
}
