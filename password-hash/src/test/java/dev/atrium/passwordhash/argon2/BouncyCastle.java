package dev.atrium.passwordhash.argon2;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id by the library that Keycloak uses. */
public final class BouncyCastle {
    private BouncyCastle() {}

    public static byte[] hash(Argon2Input input, Argon2Cost cost) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(input.salt())
                .withSecret(input.secret())
                .withAdditional(input.data())
                .withParallelism(cost.lanes())
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.passes())
                .build());
        byte[] digest = new byte[cost.length()];
        generator.generateBytes(input.password(), digest);
        return digest;
    }
}
