package dev.orrery.sim.check.transaction.dependency;

import java.util.Arrays;

/**
 * "Each of these before each of those, but nobody before himself", in a number of edges that is nearly the sum of both. So
 * two transactions that read one version and both replaced it are in a cycle, and one alone is not.
 */
public final class Fan {
    private final DependencyGraph.Builder graph;
    private final int[] placeOf;

    /**
     * @param graph where the edges go
     * @param transactions how many transactions the graph has
     */
    public Fan(DependencyGraph.Builder graph, int transactions) {
        this.graph = graph;
        this.placeOf = new int[transactions];
        Arrays.fill(placeOf, -1);
    }

    /**
     * Puts each of some nodes before each of some others.
     *
     * @param before transactions, from {@code beforeFrom} to {@code beforeTo}
     * @param after transactions, from {@code afterFrom} to {@code afterTo}, none of them twice
     * @param evidence what an edge to each of {@code after} is known by
     */
    public void edges(
            int[] before,
            int beforeFrom,
            int beforeTo,
            int[] after,
            int[] evidence,
            int afterFrom,
            int afterTo,
            Dependency dependency) {
        if (afterFrom == afterTo || beforeFrom == beforeTo) {
            return;
        }
        Row row = new Row(graph, after, evidence, afterFrom, afterTo);
        for (int i = afterFrom; i < afterTo; i++) {
            placeOf[after[i]] = i - afterFrom;
        }
        for (int i = beforeFrom; i < beforeTo; i++) {
            int place = placeOf[before[i]];
            if (place < 0) {
                row.before(before[i], 0, row.size(), dependency);
            } else {
                row.before(before[i], 0, place, dependency);
                row.before(before[i], place + 1, row.size(), dependency);
            }
        }
        for (int i = afterFrom; i < afterTo; i++) {
            placeOf[after[i]] = -1;
        }
    }
}
