package dev.orrery.sim.engine;

import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.random.RandomStream;
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

/**
 * The hold model: of n pending events take the earliest, and schedule one a random delay after it (Jones, An empirical
 * comparison of priority-queue and event-set implementations, CACM 1986). What counts is the ratio to the bare heap: it
 * should be below 1.5 for each number of events and each law.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class HoldBenchmark {
    private static final long MEAN = 1_000_000;

    @Param({"10", "1000", "100000"})
    int pending;

    @Param({"exponential", "constant", "bimodal", "heartbeat"})
    String law = "";

    private Distribution delay = Distribution.constant(MEAN);

    private final RandomStream random = new RandomStream(42);
    private EventQueue queue = new EventQueue();
    private BareHeap bare = new BareHeap(0);
    private long scheduled;

    @Setup
    public void fill() {
        delay = delay();
        queue = new EventQueue();
        bare = new BareHeap(pending);
        for (int i = 0; i < pending; i++) {
            long at = delay.sample(random);
            queue.schedule(at, i, i, i, i, "event");
            bare.add(at, scheduled++);
        }
    }

    /** Delays as networks and protocols have them; the last is mostly one of two lengths, as timers that are set again. */
    private Distribution delay() {
        return switch (law) {
            case "exponential" -> Distribution.exponential(MEAN);
            case "constant" -> Distribution.constant(MEAN);
            case "bimodal" -> Distribution.bimodal(MEAN / 2, 100 * MEAN, Probability.percent(1));
            case "heartbeat" -> Distribution.bimodal(MEAN, 50 * MEAN, Probability.percent(50));
            default -> throw new IllegalArgumentException("there is no law " + law);
        };
    }

    @Benchmark
    public void queue() {
        queue.next();
        long at = queue.time() + delay.sample(random);
        queue.schedule(at, queue.head(), queue.first(), queue.second(), queue.third(), queue.payload());
    }

    @Benchmark
    public void bare() {
        bare.replaceFirst(bare.time() + delay.sample(random), scheduled++);
    }
}
