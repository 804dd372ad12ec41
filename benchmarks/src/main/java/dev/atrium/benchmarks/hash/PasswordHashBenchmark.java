package dev.atrium.benchmarks.hash;

import dev.atrium.passwordhash.argon2.Argon2Cost;
import dev.atrium.passwordhash.argon2.Argon2Input;
import dev.atrium.passwordhash.computer.Computers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One hash with Keycloak's defaults. What the Java compiler makes of the library is a matter of luck at each start: hence many
 * forks, of which each is one draw.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(value = 4, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class PasswordHashBenchmark {
    private static final Argon2Cost KEYCLOAKS = new Argon2Cost(7168, 5, 1, 32);
    private static final String LIBRARY = "keycloak";

    private final Argon2Input input =
            new Argon2Input("a password – ein Paßwort".getBytes(StandardCharsets.UTF_8), new byte[16]);

    /** The ways there are; those with vectors are skipped on a processor without such vectors. */
    @Param({LIBRARY, "scalar", "vectors of 256 bits", "vectors of 512 bits"})
    public String computer = LIBRARY;

    private Supplier<byte[]> hash = () -> new byte[0];

    @Setup
    public void choose() {
        if (computer.equals(LIBRARY)) {
            hash = () -> Library.hash(input, KEYCLOAKS);
            return;
        }
        hash = Computers.available(1).stream()
                .filter(one -> one.name().equals(computer))
                .findFirst()
                .<Supplier<byte[]>>map(one -> () -> one.hash(input, KEYCLOAKS))
                .orElseThrow(() -> new IllegalStateException("This processor has no " + computer));
    }

    @Benchmark
    public byte[] hash() {
        return hash.get();
    }
}
