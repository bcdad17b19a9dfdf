package dev.orrery.sim.check.transaction.dependency;

import java.util.Arrays;

/**
 * Shortest paths, counted in transactions: a node that stands for none takes no step of its own. The work is counted in
 * edges looked at.
 */
final class PathSearch {
    private static final int NONE = -1;
    private static final int[] NO_PATH = {};

    private final DependencyGraph graph;
    private final int dependencies;
    private final int[] seenIn;
    private final int[] edgeTo;
    private final int[] nodeBefore;
    private int[] now;
    private int[] later;
    private int laterCount;
    private int round;
    private long work;

    PathSearch(DependencyGraph graph, int dependencies) {
        this.graph = graph;
        this.dependencies = dependencies | Dependency.ONWARD.bit();
        seenIn = new int[graph.nodes()];
        edgeTo = new int[graph.nodes()];
        nodeBefore = new int[graph.nodes()];
        now = new int[graph.nodes() + 1];
        later = new int[graph.nodes() + 1];
    }

    /** How many edges were looked at so far. */
    long work() {
        return work;
    }

    /**
     * The edges of a path, in order; empty if there is none. From a node to itself it is a path that comes back.
     *
     * @param from where it begins
     * @param to where it ends
     */
    int[] path(int from, int to) {
        round++;
        now[0] = from;
        int count = 1;
        edgeTo[from] = NONE;
        nodeBefore[from] = NONE;
        while (count > 0) {
            laterCount = 0;
            while (count > 0) {
                int node = now[--count];
                int end = graph.first(node + 1);
                for (int edge = graph.first(node); edge < end; edge++) {
                    work++;
                    int target = graph.target(edge);
                    if (graph.isOneOf(edge, dependencies) && seenIn[target] != round) {
                        seenIn[target] = round;
                        edgeTo[target] = edge;
                        nodeBefore[target] = node;
                        if (target == to) {
                            return edges(from, to);
                        }
                        if (graph.isTransaction(target)) {
                            later[laterCount++] = target;
                        } else {
                            now[count++] = target;
                        }
                    }
                }
            }
            int[] done = now;
            now = later;
            later = done;
            count = laterCount;
        }
        return NO_PATH;
    }

    private int[] edges(int from, int to) {
        int[] edges = new int[16];
        int count = 0;
        int node = to;
        do {
            if (count == edges.length) {
                edges = Arrays.copyOf(edges, 2 * count);
            }
            edges[count++] = edgeTo[node];
            node = nodeBefore[node];
        } while (node != from);
        int[] path = new int[count];
        for (int i = 0; i < count; i++) {
            path[i] = edges[count - 1 - i];
        }
        return path;
    }
}
