package dev.atrium.passwordhash.provider;

import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Keycloak's own way to hash a password, which says what is right. */
record KeycloaksHash(PasswordHashProvider provider) {
    /** Nobody's password, to try with. */
    static final String SAMPLE = "a password – ein Paßwort ";

    /** Bytes of a salt. */
    static final int SALT = 16;

    PasswordCredentialModel encode(String password, int iterations) {
        return provider.encodedCredential(password, iterations);
    }
}
