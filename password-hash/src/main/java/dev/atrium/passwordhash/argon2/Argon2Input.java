package dev.atrium.passwordhash.argon2;

/**
 * What is hashed (RFC 9106, section 3.1). Nothing is copied: who made the arrays wipes them.
 *
 * @param secret of the server; Keycloak has none
 * @param data that goes with it; Keycloak has none
 */
@SuppressWarnings("ArrayRecordComponent") // a password must stay where it can be wiped
public record Argon2Input(byte[] password, byte[] salt, byte[] secret, byte[] data) {
    private static final byte[] NONE = {};

    public Argon2Input(byte[] password, byte[] salt) {
        this(password, salt, NONE, NONE);
    }
}
