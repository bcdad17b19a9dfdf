package dev.orrery.scenarios.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The contests of {@code orrery bench}, each side in virtual machines of its own, so that neither is compiled with the
 * other in mind. What counts is the ratio of the two.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ContestBenchmark {
    private static final int EVENTS = 100_000;

    /** A contest's name as {@code orrery bench} prints it; further ones may be asked for by {@code -p contest=…}. */
    @Param({
        "hold exponential 10",
        "hold exponential 1000",
        "hold exponential 100000",
        "ping 5",
        "ping 100",
        "ping 10000"
    })
    String contest = "";

    private Workpiece subject = events -> 0;
    private Workpiece baseline = events -> 0;

    @Setup
    public void begin() {
        Contest chosen = Arrays.stream(Bench.values())
                .flatMap(group -> group.contests().stream())
                .filter(each -> each.name().equals(contest))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no contest " + contest));
        subject = chosen.subject().get();
        baseline = chosen.baseline().get();
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long subject() {
        return subject.run(EVENTS);
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long baseline() {
        return baseline.run(EVENTS);
    }
}
