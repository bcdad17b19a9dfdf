package dev.orrery.sim.check.transaction.dependency;

/**
 * Transactions in a row, so that one can be put before all of a part of the row with a few edges: a tree of nodes that
 * stand for no transaction, each of which leads to all below it. A part of a row of n takes at most 2 log n of them.
 */
public final class Row {
    private final DependencyGraph.Builder graph;
    private final int[] transactions;
    private final int[] evidence;
    private final int from;
    private final int size;

    /** Above place i of the row stands number size + i, and above numbers 2k and 2k + 1 number k, down to 1. */
    private final int[] nodeOf;

    /**
     * @param graph where the edges go
     * @param transactions the row, from {@code from} to {@code to}
     * @param evidence what an edge to each of them is known by
     */
    public Row(DependencyGraph.Builder graph, int[] transactions, int[] evidence, int from, int to) {
        this.graph = graph;
        this.transactions = transactions;
        this.evidence = evidence;
        this.from = from;
        this.size = to - from;
        this.nodeOf = new int[Math.max(1, size)];
        for (int number = size - 1; number >= 1; number--) {
            nodeOf[number] = graph.node();
            lead(nodeOf[number], 2 * number, Dependency.ONWARD);
            lead(nodeOf[number], 2 * number + 1, Dependency.ONWARD);
        }
    }

    /** How long the row is. */
    public int size() {
        return size;
    }

    /** Puts a transaction before those from one place of the row to another one, which does not count. */
    public void before(int transaction, int fromPlace, int toPlace, Dependency dependency) {
        int left = size + fromPlace;
        int right = size + toPlace;
        while (left < right) {
            if (left % 2 == 1) {
                lead(transaction, left++, dependency);
            }
            if (right % 2 == 1) {
                lead(transaction, --right, dependency);
            }
            left /= 2;
            right /= 2;
        }
    }

    private void lead(int node, int number, Dependency dependency) {
        if (number >= size) {
            int place = from + number - size;
            graph.edge(node, transactions[place], dependency, evidence[place]);
        } else {
            graph.edge(node, nodeOf[number], dependency, 0);
        }
    }
}
