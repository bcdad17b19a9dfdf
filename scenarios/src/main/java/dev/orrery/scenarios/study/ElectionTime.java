package dev.orrery.scenarios.study;

import dev.orrery.scenarios.study.Study.Samples;
import dev.orrery.sim.SimulationConfig;
import dev.orrery.sim.disk.DiskConfig;
import dev.orrery.sim.network.NetworkConfig;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.time.DurationRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The study {@code raft-election-time}: the time to elect a new leader after a crash, for several ranges of election timeouts,
 * as in the Raft paper's Figure 16 (extended version; dissertation Fig. 4.16).
 */
public final class ElectionTime implements StudyProvider {
    private static final long MS = 1_000_000;
    private static final int TRIALS = 1000;
    /** The longest election timeouts of the paper's upper plot, in ms; the shortest is 150 ms on all lines. */
    private static final List<Line> LINES = List.of(
            new Line(150, 41104),
            new Line(151, 1199),
            new Line(155, 287),
            new Line(175, 141),
            new Line(200, 146.5),
            new Line(300, 171));

    // What the paper does not say, set once for all lines.
    private static final long ONE_WAY_MIN = MS / 10;
    private static final long ONE_WAY_MAX = 3 * MS;
    private static final long SYNC = MS;
    private static final long DRIFT_PPM = 15;

    private record Line(long most, double paperMedian) {
        String name() {
            return "150-" + most + " ms";
        }
    }

    @Override
    public String name() {
        return "raft-election-time";
    }

    @Override
    public String description() {
        return "The time to elect a new leader after the leader has crashed, for six ranges of election timeouts: the figure"
                + " of the Raft paper.";
    }

    @Override
    public Study run(Seed seed) {
        return run(seed, TRIALS);
    }

    /** The study with another number of trials a line, at least 1. */
    Study run(Seed seed, int trials) {
        SimulationConfig world = new SimulationConfig(
                new NetworkConfig(Distribution.uniform(ONE_WAY_MIN, ONE_WAY_MAX), Probability.NEVER, Probability.NEVER),
                new DiskConfig(
                        Distribution.constant(1000),
                        Distribution.constant(1000),
                        Distribution.constant(SYNC),
                        Long.MAX_VALUE),
                1_000_000);
        List<Samples> samples = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Line line : LINES) {
            DurationRange timeout = new DurationRange(150 * MS, line.most() * MS);
            List<Double> times = IntStream.range(0, trials)
                    .parallel()
                    .mapToObj(trial -> new Seed(seed.key(line.name() + " " + trial)))
                    .map(own -> new ElectionTrial(own, world, timeout, DRIFT_PPM).run() / 1e6)
                    .sorted()
                    .toList();
            samples.add(new Samples(line.name(), times));
            rows.add(List.of(
                    line.name(),
                    format(quantile(times, 0.5)),
                    format(line.paperMedian()),
                    format(times.get(0)),
                    format(quantile(times, 0.99)),
                    format(times.get(times.size() - 1))));
        }
        return new Study(
                List.of(
                        trials + " trials a line; 5 servers, of which the leader crashes, at a random moment within its"
                                + " heartbeat interval of 75 ms; two of the other four lack its last entry",
                        "set once for all lines: one-way delay 0.1 to 3 ms uniform, sync 1 ms, clocks off by up to 15 ppm,"
                                + " no pre-vote; a candidate syncs its vote before it asks for others'",
                        "times in ms, from the crash until the last of the others hears the new leader"),
                List.of("election timeout", "median", "paper's median", "least", "p99", "most"),
                rows,
                samples,
                "time without leader in ms");
    }

    private static double quantile(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    private static String format(double millis) {
        return String.format(Locale.ROOT, "%.1f", millis);
    }
}
