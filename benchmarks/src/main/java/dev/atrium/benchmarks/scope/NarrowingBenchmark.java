package dev.atrium.benchmarks.scope;

import dev.atrium.core.scope.ScopeSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A request of 50 scopes against an access policy of 20 lines; 50 µs at most. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class NarrowingBenchmark {
    private static final List<String> TYPES = List.of(
            "Observation",
            "Condition",
            "MedicationRequest",
            "Procedure",
            "Immunization",
            "AllergyIntolerance",
            "DiagnosticReport",
            "Encounter",
            "CarePlan",
            "Goal");

    private final String policy = TYPES.stream()
            .flatMap(type -> Stream.of("patient/" + type + ".rs", "user/" + type + ".cruds"))
            .collect(Collectors.joining(" "));

    private final String request = TYPES.stream()
            .flatMap(type -> Stream.of(
                    "patient/" + type + ".rs",
                    "patient/" + type + ".cruds",
                    "user/" + type + ".read",
                    "user/" + type + ".rs?category=http://terminology.hl7.org/CodeSystem/x|" + type,
                    "patient/" + type + ".rs?code=a,b,c&status=final"))
            .collect(Collectors.joining(" "));

    @Benchmark
    public boolean parseAndCover() {
        return ScopeSet.parse(policy).covers(ScopeSet.parse(request));
    }

    @Benchmark
    public ScopeSet parseAndNarrow() {
        return ScopeSet.parse(request).narrowedTo(ScopeSet.parse(policy));
    }

    /** The whole way: what the client may have, then what the policy allows of it. */
    @Benchmark
    public ScopeSet parseCoverAndNarrow() {
        ScopeSet ceiling = ScopeSet.parse(policy);
        return ScopeSet.parse(request).filter(ceiling::covers).narrowedTo(ceiling);
    }
}
