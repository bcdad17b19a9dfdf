package dev.orrery.sim.check.transaction.dependency;

import java.util.Arrays;

/**
 * "Each of these before each of those, but nobody before himself", in a number of edges that is the sum of both.
 *
 * <p>Those who come after stand in a row, under two chains: along the one a node leads to all that stand to its left, along
 * the other to all that stand to its right. Who does not stand in the row comes before all; who does, before those on
 * either side of him. So two transactions that read one version and both replaced it are in a cycle, and one alone is not.
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
     * @param evidence what each of {@code after} is known by
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
        int count = afterTo - afterFrom;
        if (count == 0 || beforeFrom == beforeTo) {
            return;
        }
        if (count == 1) {
            for (int i = beforeFrom; i < beforeTo; i++) {
                graph.edge(before[i], after[afterFrom], dependency, evidence[afterFrom]);
            }
            return;
        }
        int[] toTheLeft = chain(after, evidence, afterFrom, afterTo, 1);
        int[] toTheRight = chain(after, evidence, afterTo - 1, afterFrom - 1, -1);
        for (int i = afterFrom; i < afterTo; i++) {
            placeOf[after[i]] = i - afterFrom;
        }
        for (int i = beforeFrom; i < beforeTo; i++) {
            int place = placeOf[before[i]];
            if (place < 0) {
                graph.edge(before[i], toTheLeft[count - 1], dependency, 0);
            }
            if (place > 0) {
                graph.edge(before[i], toTheLeft[place - 1], dependency, 0);
            }
            if (place >= 0 && place < count - 1) {
                graph.edge(before[i], toTheRight[count - 2 - place], dependency, 0);
            }
        }
        for (int i = afterFrom; i < afterTo; i++) {
            placeOf[after[i]] = -1;
        }
    }

    /** A node for each of the row, in this direction, that leads to its own and to the node before it. */
    private int[] chain(int[] after, int[] evidence, int from, int to, int step) {
        int[] chain = new int[Math.abs(to - from)];
        int at = 0;
        for (int i = from; i != to; i += step) {
            int node = graph.node();
            graph.edge(node, after[i], Dependency.ONWARD, evidence[i]);
            if (at > 0) {
                graph.edge(node, chain[at - 1], Dependency.ONWARD, 0);
            }
            chain[at++] = node;
        }
        return chain;
    }
}
