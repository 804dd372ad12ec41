package dev.atrium.tests.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.hash.RatedServer.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sign-ins per second through all stages, with the password hash and without the vectors, beside a stock Keycloak: three servers
 * that take turns. Not part of the suite, for it needs a machine of its own: docs/measurements.md has the command.
 *
 * <p>What the Java compiler makes of Keycloak's own hash is luck at each start; the processor time of a stock sign-in tells
 * which it was. The comparison is fair, and hard, where that is the lower one.
 */
class SignInRateMeasurement {
    private static final Duration SLICE = Duration.ofSeconds(Integer.getInteger("atrium.rate.slice", 10));
    private static final int ROUNDS = Integer.getInteger("atrium.rate.rounds", 6);
    private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("atrium.rate.warm", 60));
    /** Whether stock Keycloak starts again until its own hash is as fast as Java ever makes it. */
    private static final boolean FAST = Boolean.getBoolean("atrium.rate.fast");

    private static final Duration FAST_SIGN_IN = Duration.ofMillis(Integer.getInteger("atrium.rate.fast.millis", 32));
    private static final Duration DRAWN = Duration.ofSeconds(15);
    private static final int DRAWS = 8;
    private static final double WITH_VECTORS = 2;
    private static final double WITHOUT_VECTORS = 1.1;
    private static final int PERCENT_95 = 95;

    @TempDir
    static Path directory;

    private static final List<RatedServer> SERVERS = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        for (Kind kind : Kind.values()) {
            RatedServer server = kind.isStock() ? stock() : new RatedServer(kind, directory.resolve(kind.name()));
            server.warm(4, WARM);
            Slice.of(server, 4, DRAWN);
            System.out.println(server.kind() + ": " + server.hashing());
            SERVERS.add(server);
        }
    }

    /** One that the Java compiler drew as the measurement wants it. */
    private static RatedServer stock() throws IOException, InterruptedException {
        for (int draw = 1; ; draw++) {
            RatedServer server = new RatedServer(Kind.STOCK, directory.resolve("stock-" + draw));
            server.warm(4, DRAWN);
            Slice.of(server, 4, DRAWN);
            Duration signIn = Slice.of(server, 1, DRAWN).processorEach();
            System.out.printf(Locale.ROOT, "Draw %d of stock Keycloak: %d ms for a sign-in%n", draw, signIn.toMillis());
            if (draw == DRAWS || !(FAST && signIn.compareTo(FAST_SIGN_IN) > 0)) {
                return server;
            }
            server.close();
        }
    }

    @AfterAll
    static void stop() {
        SERVERS.forEach(server -> server.refusals().forEach(System.out::println));
        SERVERS.forEach(RatedServer::close);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16})
    void twice_as_many_sign_in_with_vectors_and_a_tenth_more_without(int atOnce) throws InterruptedException {
        Map<Kind, List<Slice>> slices = new EnumMap<>(Kind.class);
        for (int round = 0; round < ROUNDS; round++) {
            for (RatedServer server : SERVERS) {
                slices.computeIfAbsent(server.kind(), kind -> new ArrayList<>()).add(Slice.of(server, atOnce, SLICE));
            }
        }
        System.out.println("| | at once | sign-ins in a second | half of them below | 95 % below | processor each |");
        slices.forEach((kind, all) -> System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f (%.1f at first, %.1f at last) | %d ms | %d ms | %.1f ms |%n",
                kind,
                atOnce,
                rate(all),
                all.get(0).rate(),
                all.get(all.size() - 1).rate(),
                percentile(all, 50),
                percentile(all, PERCENT_95),
                processor(all)));
        List<Slice> stock = slices.get(Kind.STOCK);
        assertThat(rate(slices.get(Kind.WITH_VECTORS))).isGreaterThan(WITH_VECTORS * rate(stock));
        assertThat(rate(slices.get(Kind.WITHOUT_VECTORS))).isGreaterThan(WITHOUT_VECTORS * rate(stock));
        assertThat(percentile(slices.get(Kind.WITH_VECTORS), PERCENT_95))
                .isLessThanOrEqualTo(percentile(stock, PERCENT_95));
        assertThat(percentile(slices.get(Kind.WITHOUT_VECTORS), PERCENT_95))
                .isLessThanOrEqualTo(percentile(stock, PERCENT_95));
    }

    /** Of the median slice. */
    private static double rate(List<Slice> slices) {
        return slices.stream().mapToDouble(Slice::rate).sorted().toArray()[slices.size() / 2];
    }

    private static long percentile(List<Slice> slices, int percent) {
        List<Duration> times = times(slices).sorted().toList();
        return times.get(times.size() * percent / 100).toMillis();
    }

    /** Of the server, for a sign-in. */
    private static double processor(List<Slice> slices) {
        double all = slices.stream()
                .mapToDouble(slice -> slice.processor().toNanos() / 1e6)
                .sum();
        return all / times(slices).count();
    }

    private static Stream<Duration> times(List<Slice> slices) {
        return slices.stream().flatMap(slice -> slice.times().stream());
    }
}
