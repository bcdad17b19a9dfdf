package dev.orrery.reports.series;

import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.history.Operation.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long operations took that completed, from the time at which the client meant to ask: a client that is kept waiting
 * counts the wait (Gil Tene calls leaving it out the coordinated omission).
 *
 * @param points in the order in which they were asked
 */
public record Latencies(List<Point> points) {

    /** No latency: nothing was answered in a window. */
    public static final long NONE = -1;

    /**
     * One operation.
     *
     * @param at when the client meant to ask, in virtual nanoseconds
     * @param length nanoseconds until it completed
     */
    public record Point(long at, long length, Outcome outcome) {}

    /** Of all operations that completed. */
    public static Latencies of(History history) {
        List<Point> points = new ArrayList<>();
        for (Operation operation : history.operations()) {
            if (operation.completedAt() != Operation.NEVER) {
                points.add(new Point(
                        operation.intendedAt(), operation.completedAt() - operation.intendedAt(), operation.outcome()));
            }
        }
        return new Latencies(List.copyOf(points));
    }

    /**
     * A quantile of the successful ones in each window, or {@link #NONE}.
     *
     * @param quantile above 0, at most 1
     */
    public long[] quantile(double quantile, Windows windows) {
        long[][] lengths = new long[windows.count()][];
        int[] counts = new int[windows.count()];
        for (Point point : points) {
            if (point.outcome() == Outcome.OK) {
                counts[windows.of(point.at())]++;
            }
        }
        Arrays.setAll(lengths, i -> new long[counts[i]]);
        for (Point point : points) {
            if (point.outcome() == Outcome.OK) {
                int window = windows.of(point.at());
                lengths[window][--counts[window]] = point.length();
            }
        }
        long[] quantiles = new long[windows.count()];
        for (int i = 0; i < quantiles.length; i++) {
            Arrays.sort(lengths[i]);
            quantiles[i] = lengths[i].length == 0 ? NONE : nearestRank(lengths[i], quantile);
        }
        return quantiles;
    }

    /** The least of the values that at least this part of all do not exceed. */
    static long nearestRank(long[] sorted, double quantile) {
        int rank = (int) Math.ceil(quantile * sorted.length);
        return sorted[Math.max(0, Math.min(sorted.length, rank) - 1)];
    }
}
