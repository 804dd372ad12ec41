package dev.atrium.benchmarks.scope;

import dev.atrium.core.scope.ScopeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
 * Scope parameters that somebody made to cost as much as they can. Reading 100 kB takes 5 ms at most; narrowing is
 * measured on 4 000 characters, which is all that Keycloak reads.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class HostileScopesBenchmark {
    private static final int LONGEST = 100_000;
    private static final int KEYCLOAKS_LONGEST = 4_000;

    /** What the attacker repeats. */
    public enum Kind {
        /** One token without an end. */
        ONE_TOKEN {
            @Override
            String part(int i) {
                return "patient/".repeat(100);
            }
        },
        /** As many tokens as there is room for, no two alike. */
        SHORT_TOKENS {
            @Override
            String part(int i) {
                return " " + Integer.toString(i, 36);
            }
        },
        SMART_SCOPES {
            @Override
            String part(int i) {
                return " patient/Observation.rs?code=" + i;
            }
        },
        /** One scope, with all its room spent on alternatives. */
        ALTERNATIVES {
            @Override
            String part(int i) {
                return i % 1_500 == 0 ? " patient/Observation.rs?code=x" : "," + Integer.toString(i, 36);
            }
        },
        /** One scope, with all its room spent on parameters. */
        PARAMETERS {
            @Override
            String part(int i) {
                return i % 700 == 0 ? " patient/Observation.rs?x=a,b" : "&x" + Integer.toString(i, 36) + "=a,b";
            }
        },
        PERCENT_SIGNS {
            @Override
            String part(int i) {
                return i % 2_000 == 0 ? " patient/Observation.rs?code=" : "%2C";
            }
        };

        abstract String part(int i);

        String text(int length) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; text.length() < length; i++) {
                text.append(part(i));
            }
            return text.substring(0, length).strip();
        }
    }

    @Param
    public Kind kind = Kind.ONE_TOKEN;

    private String long100kB = "";
    private String longestRead = "";
    private ScopeSet policy = ScopeSet.EMPTY;

    @Setup
    public void write() {
        long100kB = kind.text(LONGEST);
        longestRead = kind.text(KEYCLOAKS_LONGEST);
        policy = ScopeSet.parse(IntStream.range(0, 1_000)
                .mapToObj(i -> "patient/Observation.rs?code=" + Integer.toString(i, 36))
                .collect(Collectors.joining(" ")));
    }

    @Benchmark
    public ScopeSet parse() {
        return ScopeSet.parse(long100kB);
    }

    /** Against the longest policy that the admin REST takes. */
    @Benchmark
    public ScopeSet narrow() {
        return ScopeSet.parse(longestRead).narrowedTo(policy);
    }
}
