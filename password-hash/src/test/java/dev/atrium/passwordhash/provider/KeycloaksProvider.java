package dev.atrium.passwordhash.provider;

import java.util.concurrent.Semaphore;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.crypto.hash.Argon2PasswordHashProvider;

/** Keycloak's own provider. */
final class KeycloaksProvider {
    private KeycloaksProvider() {}

    /** Cheap ones, for tests of many hashes. */
    static final Argon2Settings CHEAP = new Argon2Settings("1.3", "id", 32, 64, 2, 1);

    static PasswordHashProvider with(Argon2Settings usual) {
        return new Argon2PasswordHashProvider(
                usual.version(),
                usual.type(),
                usual.length(),
                usual.memory(),
                usual.iterations(),
                usual.parallelism(),
                new Semaphore(2));
    }
}
