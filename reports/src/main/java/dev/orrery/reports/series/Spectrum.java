package dev.orrery.reports.series;

import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.history.Operation.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The latency of the successful operations of one kind by percentile, as HdrHistogram's plots show it: evenly spaced in
 * the number of nines, so that the worst hundredth takes as much room as the rest.
 */
public final class Spectrum {
    /** Points for each halving of what is still slower. */
    private static final int STEPS = 8;

    private final String f;

    /** At least one, lowest first. */
    private final long[] sorted;

    private Spectrum(String f, long[] sorted) {
        this.f = f;
        this.sorted = sorted;
    }

    /**
     * A point of the curve.
     *
     * @param oneIn how many operations there are for one that is slower: 1/(1-quantile), at least 1
     * @param length nanoseconds
     */
    public record Point(double oneIn, long length) {}

    /** One for each kind of operation that succeeded at least once, in order of name. */
    public static List<Spectrum> of(History history) {
        SortedMap<String, List<Long>> lengths = new TreeMap<>();
        for (Operation operation : history.operations()) {
            if (operation.outcome() == Outcome.OK) {
                lengths.computeIfAbsent(operation.f(), f -> new ArrayList<>())
                        .add(operation.completedAt() - operation.intendedAt());
            }
        }
        List<Spectrum> spectra = new ArrayList<>();
        lengths.forEach((f, list) -> {
            long[] sorted = list.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            spectra.add(new Spectrum(f, sorted));
        });
        return List.copyOf(spectra);
    }

    /** What was asked for. */
    public String f() {
        return f;
    }

    /** How many operations, at least 1. */
    public int count() {
        return sorted.length;
    }

    /** The latency of the quickest operation in nanoseconds. */
    public long shortest() {
        return sorted[0];
    }

    /** The latency of the slowest operation in nanoseconds. */
    public long longest() {
        return sorted[sorted.length - 1];
    }

    /** From the quickest operation up to the slowest. */
    public List<Point> points() {
        List<Point> points = new ArrayList<>();
        double slower = 1;
        double factor = StrictMath.pow(0.5, 1.0 / STEPS);
        while (slower * sorted.length > 1) {
            points.add(new Point(1 / slower, Latencies.nearestRank(sorted, 1 - slower)));
            slower *= factor;
        }
        points.add(new Point(sorted.length, sorted[sorted.length - 1]));
        return List.copyOf(points);
    }
}
