package dev.atrium.passwordhash.computer;

import dev.atrium.passwordhash.argon2.Argon2Cost;
import dev.atrium.passwordhash.argon2.Argon2Input;
import dev.atrium.passwordhash.argon2.Argon2id;
import dev.atrium.passwordhash.argon2.BlockFunction;

/** Computes Argon2id in one of the ways there are. */
public final class HashComputer {
    private final String name;
    private final Argon2id algorithm;
    private final MemoryPool pool;

    HashComputer(String name, BlockFunction.Factory functions, MemoryPool pool) {
        this.name = name;
        this.algorithm = new Argon2id(functions);
        this.pool = pool;
    }

    /** As logs, metrics and the option name it. */
    public String name() {
        return name;
    }

    /**
     * The digest; waits while as many hashes as allowed are being computed.
     */
    public byte[] hash(Argon2Input input, Argon2Cost cost) {
        return pool.with(Argon2id.words(cost), memory -> algorithm.hash(input, cost, memory));
    }
}
