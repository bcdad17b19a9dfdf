package dev.orrery.scenarios.history;

import dev.orrery.sim.history.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Operations with their starts and ends, in any order, on the way to a history. Where one starts at the moment at which
 * another ends they overlap. Each is a process of its own, since who asked may not be known, or may have asked for several
 * things at once.
 */
final class Intervals {
    /** The end of an operation whose outcome nobody knows. */
    static final long NEVER = Long.MAX_VALUE;

    /**
     * One operation.
     *
     * @param start at least 0
     * @param end at least {@code start}, or {@link #NEVER}
     */
    record Interval(
            String client,
            String f,
            @Nullable Object key,
            @Nullable Object input,
            @Nullable Object output,
            long start,
            long end) {}

    private record Edge(long at, boolean end, int interval) {}

    private static final Comparator<Edge> ORDER =
            Comparator.comparingLong(Edge::at).thenComparing(Edge::end).thenComparingInt(Edge::interval);

    private final List<Interval> intervals = new ArrayList<>();

    void add(Interval interval) {
        intervals.add(interval);
    }

    History history() {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < intervals.size(); i++) {
            edges.add(new Edge(intervals.get(i).start(), false, i));
            if (intervals.get(i).end() != NEVER) {
                edges.add(new Edge(intervals.get(i).end(), true, i));
            }
        }
        edges.sort(ORDER);
        History history = new History();
        int[] index = new int[intervals.size()];
        for (Edge edge : edges) {
            Interval interval = intervals.get(edge.interval());
            if (edge.end()) {
                history.ok(index[edge.interval()], interval.output(), edge.at());
            } else {
                index[edge.interval()] = history.invoke(
                        history.size(),
                        interval.client(),
                        interval.f(),
                        interval.key(),
                        interval.input(),
                        edge.at(),
                        edge.at());
            }
        }
        return history;
    }
}
