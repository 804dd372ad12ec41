package dev.atrium.benchmarks.hash;

import dev.atrium.passwordhash.argon2.Argon2Cost;
import dev.atrium.passwordhash.argon2.Argon2Input;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id by BouncyCastle, as Keycloak computes it. */
final class Library {
    private Library() {}

    static byte[] hash(Argon2Input input, Argon2Cost cost) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(input.salt())
                .withParallelism(cost.lanes())
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.passes())
                .build());
        byte[] digest = new byte[cost.length()];
        generator.generateBytes(input.password(), digest);
        return digest;
    }
}
