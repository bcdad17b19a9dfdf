package dev.orrery.scenarios.bench;

import java.util.concurrent.TimeUnit;
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

/** The contests of checks, by JMH: how long it takes to judge one history, and to look at all of it once. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CheckBenchmark {

    /** A contest's name as {@code orrery bench check} prints it; further ones may be asked for by {@code -p contest=…}. */
    @Param({
        "cas-register 80 with crashes",
        "cas-register 20 x 1000",
        "register 1 M unique writes",
        "queue 8 x 100",
        "list-append 100 k"
    })
    String contest = "";

    private Workpiece subject = events -> 0;
    private Workpiece baseline = events -> 0;

    @Setup
    public void begin() {
        Contest chosen = CheckContests.all().stream()
                .filter(each -> each.name().equals(contest))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no contest " + contest));
        subject = chosen.subject().get();
        baseline = chosen.baseline().get();
    }

    @Benchmark
    public long judged() {
        return subject.run(1);
    }

    @Benchmark
    public long lookedAt() {
        return baseline.run(1);
    }
}
