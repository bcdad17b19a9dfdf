package dev.orrery.scenarios.result;

import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long answered operations took, from the moment at which the client meant to ask. The figures are exact: a quantile
 * is the smallest latency that at least that part of the operations did not exceed. Nanoseconds.
 *
 * @param f the operations' name, or {@value #ALL}
 * @param count how many were answered, at least 1
 * @param mean rounded down
 */
public record LatencyFigures(String f, long count, long p50, long p90, long p99, long p999, long max, long mean) {

    /** Stands for the operations of all names. */
    public static final String ALL = "all";

    /** Figures of all answered operations together and then of each name by itself; empty if none was answered. */
    public static List<LatencyFigures> of(History history) {
        Latencies all = new Latencies();
        Map<String, Latencies> byName = new TreeMap<>();
        for (Operation operation : history.operations()) {
            if (operation.outcome() == Operation.Outcome.OK) {
                long latency = operation.completedAt() - operation.intendedAt();
                all.add(latency);
                byName.computeIfAbsent(operation.f(), f -> new Latencies()).add(latency);
            }
        }
        List<LatencyFigures> figures = new ArrayList<>();
        if (all.count > 0) {
            figures.add(all.figures(ALL));
            byName.forEach((f, latencies) -> figures.add(latencies.figures(f)));
        }
        return figures;
    }

    private static final class Latencies {
        private long[] values = new long[64];
        private int count;

        void add(long latency) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = latency;
        }

        LatencyFigures figures(String f) {
            Arrays.sort(values, 0, count);
            long sum = 0;
            for (int i = 0; i < count; i++) {
                sum += values[i];
            }
            return new LatencyFigures(
                    f,
                    count,
                    quantile(500),
                    quantile(900),
                    quantile(990),
                    quantile(999),
                    values[count - 1],
                    sum / count);
        }

        /** Of n sorted values the one at place ⌈n · q⌉, counted from 1. */
        private long quantile(long thousandths) {
            return values[(int) ((count * thousandths + 999) / 1000) - 1];
        }
    }
}
