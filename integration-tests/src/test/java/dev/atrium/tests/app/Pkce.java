package dev.atrium.tests.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A code verifier and its S256 challenge (RFC 7636). */
record Pkce(String verifier, String challenge) {
    static Pkce fixed() {
        String verifier = "a-code-verifier-of-the-tests-that-is-long-enough-0123456789";
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return new Pkce(verifier, Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
