package dev.orrery.reports.series;

import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many operations completed in each window of time, by how they completed. Operations that never completed are in
 * none.
 *
 * @param counts one for each window
 */
public record Throughput(Windows windows, List<Counts> counts) {
    private static final int MOST_WINDOWS = 120;

    /** How many completed in one window. */
    public record Counts(int ok, int fail, int info) {
        /** All of them. */
        public int all() {
            return ok + fail + info;
        }
    }

    /**
     * Counts.
     *
     * @param span how long the run was, in virtual nanoseconds
     */
    public static Throughput of(History history, long span) {
        Windows windows = Windows.over(Math.max(span, history.lastAt()), MOST_WINDOWS);
        int[] ok = new int[windows.count()];
        int[] fail = new int[windows.count()];
        int[] info = new int[windows.count()];
        for (Operation operation : history.operations()) {
            if (operation.completedAt() != Operation.NEVER) {
                int window = windows.of(operation.completedAt());
                switch (operation.outcome()) {
                    case OK -> ok[window]++;
                    case FAIL -> fail[window]++;
                    case INFO, OPEN -> info[window]++;
                }
            }
        }
        return new Throughput(
                windows,
                IntStream.range(0, windows.count())
                        .mapToObj(i -> new Counts(ok[i], fail[i], info[i]))
                        .toList());
    }

    /** The most that completed in one window, in whatever way. */
    public int highest() {
        return counts.stream().mapToInt(Counts::all).max().orElse(0);
    }
}
