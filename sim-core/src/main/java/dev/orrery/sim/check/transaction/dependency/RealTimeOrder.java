package dev.orrery.sim.check.transaction.dependency;

/**
 * "Who completed before another one was invoked comes before him", in a number of edges that grows with the number of
 * transactions and not with its square: a chain of moments in time, from each of which one leads to the next. Who completes leads
 * to a moment, and the last moment before somebody is invoked leads to him. Completions between which nobody is invoked
 * share one.
 */
public final class RealTimeOrder {
    private static final int NONE = -1;

    private final DependencyGraph.Builder graph;
    private int moment = NONE;
    private boolean seen;

    /**
     * @param graph where the edges go
     */
    public RealTimeOrder(DependencyGraph.Builder graph) {
        this.graph = graph;
    }

    /** A transaction is invoked now. */
    public void invoked(int transaction) {
        if (moment != NONE) {
            graph.edge(moment, transaction, Dependency.ONWARD, 0);
            seen = true;
        }
    }

    /** A transaction completes now, and is known to have taken effect. */
    public void completed(int transaction) {
        if (moment == NONE || seen) {
            int next = graph.node();
            if (moment != NONE) {
                graph.edge(moment, next, Dependency.ONWARD, 0);
            }
            moment = next;
            seen = false;
        }
        graph.edge(transaction, moment, Dependency.REAL_TIME, 0);
    }
}
