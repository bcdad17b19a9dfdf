package dev.orrery.scenarios.bench;

import dev.orrery.scenarios.language.keys.ScenarioReader;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Runs;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.sweep.SeedRun;
import dev.orrery.scenarios.sweep.Tally;
import dev.orrery.sim.random.Seed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sweeps of five servers of Raft over ten virtual seconds with random faults, 50 operations a second and all checks: what the
 * judging adds to the bare runs, and what another thread that sweeps beside this one takes from it. A run has some 11,600
 * events; on two cores a sweep is twice as fast as on one, divided by the last ratio.
 */
final class SweepContests {
    private static final String SCENARIO = """
        name: sweep
        system: {name: raft-kv, nodes: 5}
        duration: 10s
        network: {latency: {distribution: exponential, mean: 1ms}}
        workload: {name: register, clients: 5, rate: 50/s, keys: {count: 16, distribution: zipfian}}
        nemesis: {profile: all, swarm: true, intensity: 40%}
        """;

    private SweepContests() {}

    static List<Contest> all() {
        return List.of(
                new Contest("sweep", SweepContests::judged, SweepContests::bare),
                new Contest("sweep beside another", SweepContests::besideAnother, SweepContests::judged));
    }

    /** One run after the other, as a sweep does it. */
    private static Workpiece judged() {
        Subject subject = subject(SCENARIO);
        Tally tally = new Tally(List.of());
        long[] seed = {0};
        return events -> {
            long before = tally.sums().events();
            while (tally.sums().events() - before < events) {
                SeedRun.add(subject, new Seed(seed[0]++), tally, () -> true);
            }
            return tally.sums().events() - before;
        };
    }

    /** The same runs with nothing checked that is expensive, and nothing summed up. */
    private static Workpiece bare() {
        Subject subject = subject(SCENARIO + "checks: [term-monotonic]\n");
        long[] seed = {0};
        return events -> {
            long done = 0;
            while (done < events) {
                done += Runs.run(subject, new Seed(seed[0]++), RunOptions.LEAN)
                        .result()
                        .extent()
                        .events();
            }
            return done;
        };
    }

    private static Workpiece besideAnother() {
        Workpiece measured = judged();
        Workpiece other = judged();
        return events -> {
            AtomicBoolean over = new AtomicBoolean();
            Thread neighbour = new Thread(() -> {
                while (!over.get()) {
                    other.run(1);
                }
            });
            neighbour.start();
            long done = measured.run(events);
            over.set(true);
            join(neighbour);
            return done;
        };
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a text means that is right. */
    static Subject subject(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            ScenarioReader.Reading reading = ScenarioReader.read("bench", new ByteArrayInputStream(bytes));
            return Subject.of(
                    Objects.requireNonNull(
                            reading.scenario(), () -> reading.problems().toString()),
                    text);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot be read", impossible);
        }
    }
}
