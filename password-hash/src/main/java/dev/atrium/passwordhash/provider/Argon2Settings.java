package dev.atrium.passwordhash.provider;

import static org.keycloak.crypto.hash.Argon2PasswordHashProviderFactory.HASH_LENGTH_KEY;
import static org.keycloak.crypto.hash.Argon2PasswordHashProviderFactory.ITERATIONS_KEY;
import static org.keycloak.crypto.hash.Argon2PasswordHashProviderFactory.MEMORY_KEY;
import static org.keycloak.crypto.hash.Argon2PasswordHashProviderFactory.PARALLELISM_KEY;
import static org.keycloak.crypto.hash.Argon2PasswordHashProviderFactory.TYPE_KEY;
import static org.keycloak.crypto.hash.Argon2PasswordHashProviderFactory.VERSION_KEY;

import dev.atrium.passwordhash.argon2.Argon2Cost;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.crypto.hash.Argon2Parameters;
import org.keycloak.models.credential.dto.PasswordCredentialData;

/**
 * How a password is hashed, in Keycloak's words: those of the server's options, or those that a stored password was hashed by.
 *
 * @param iterations passes over the memory
 */
record Argon2Settings(String version, String type, int length, int memory, int iterations, int parallelism) {
    /** Keycloak's defaults. */
    static final Argon2Settings DEFAULTS = new Argon2Settings(
            Argon2Parameters.DEFAULT_VERSION,
            Argon2Parameters.DEFAULT_TYPE,
            Argon2Parameters.DEFAULT_HASH_LENGTH,
            Argon2Parameters.DEFAULT_MEMORY,
            Argon2Parameters.DEFAULT_ITERATIONS,
            Argon2Parameters.DEFAULT_PARALLELISM);

    private static final String VERSION = "1.3";
    private static final String TYPE = "id";

    /** Keycloak takes its own for more, so that a policy made for another algorithm costs no minutes. */
    private static final int MOST_ITERATIONS = 100;

    /** The options of Keycloak's provider, with its defaults. */
    static Argon2Settings of(Config.Scope config) {
        return new Argon2Settings(
                config.get(VERSION_KEY, DEFAULTS.version()),
                config.get(TYPE_KEY, DEFAULTS.type()),
                config.getInt(HASH_LENGTH_KEY, DEFAULTS.length()),
                config.getInt(MEMORY_KEY, DEFAULTS.memory()),
                config.getInt(ITERATIONS_KEY, DEFAULTS.iterations()),
                config.getInt(PARALLELISM_KEY, DEFAULTS.parallelism()));
    }

    /** Of a stored password. */
    static Argon2Settings of(PasswordCredentialData stored) {
        MultivaluedHashMap<String, String> parameters = stored.getAdditionalParameters();
        return new Argon2Settings(
                parameters.getFirst(VERSION_KEY),
                parameters.getFirst(TYPE_KEY),
                Integer.parseInt(parameters.getFirst(HASH_LENGTH_KEY)),
                Integer.parseInt(parameters.getFirst(MEMORY_KEY)),
                stored.getHashIterations(),
                Integer.parseInt(parameters.getFirst(PARALLELISM_KEY)));
    }

    /** With the iterations of a realm's policy, -1 if it has none. */
    Argon2Settings with(int iterationsOfPolicy) {
        int used = iterationsOfPolicy == -1 || iterationsOfPolicy > MOST_ITERATIONS ? iterations : iterationsOfPolicy;
        return new Argon2Settings(version, type, length, memory, used, parallelism);
    }

    /** What it costs, if it is what we compute: Argon2id, version 1.3. */
    Optional<Argon2Cost> cost() {
        boolean ours = VERSION.equals(version) && TYPE.equals(type);
        return ours && Argon2Cost.isOne(memory, iterations, parallelism, length)
                ? Optional.of(new Argon2Cost(memory, iterations, parallelism, length))
                : Optional.empty();
    }

    /** As Keycloak stores them with a password. */
    Map<String, List<String>> stored() {
        return Map.of(
                VERSION_KEY, List.of(version),
                TYPE_KEY, List.of(type),
                HASH_LENGTH_KEY, List.of(Integer.toString(length)),
                MEMORY_KEY, List.of(Integer.toString(memory)),
                PARALLELISM_KEY, List.of(Integer.toString(parallelism)));
    }
}
