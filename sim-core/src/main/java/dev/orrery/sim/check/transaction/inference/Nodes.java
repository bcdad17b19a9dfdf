package dev.orrery.sim.check.transaction.inference;

import dev.orrery.sim.check.transaction.dependency.Dependency;
import dev.orrery.sim.check.transaction.dependency.DependencyGraph;
import dev.orrery.sim.check.transaction.dependency.RealTimeOrder;
import dev.orrery.sim.check.transaction.log.TransactionLog;
import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeMap;

/**
 * Which transactions are nodes of a graph: those that took effect, as far as anybody can tell. A transaction whose outcome
 * is unknown took effect if somebody saw what it wrote; if nobody did, leaving it out changes nothing that anybody saw.
 */
public final class Nodes {
    /** No node. */
    public static final int NONE = -1;

    private final TransactionLog log;
    private final int[] nodeOf;
    private final int[] transactionOf;

    /**
     * @param seen the transactions of unknown outcome whose writes somebody saw; others may be in it too
     */
    public Nodes(TransactionLog log, BitSet seen) {
        this.log = log;
        nodeOf = new int[log.transactions()];
        int[] named = new int[log.transactions()];
        int count = 0;
        for (int transaction = 0; transaction < log.transactions(); transaction++) {
            boolean isNode = log.isCommitted(transaction) || (seen.get(transaction) && !log.hasFailed(transaction));
            nodeOf[transaction] = isNode ? count : NONE;
            if (isNode) {
                named[count++] = transaction;
            }
        }
        transactionOf = Arrays.copyOf(named, count);
    }

    /** How many nodes there are. */
    public int count() {
        return transactionOf.length;
    }

    /** The node that a transaction is, or {@link #NONE}. */
    public int node(int transaction) {
        return nodeOf[transaction];
    }

    /** The node of the transaction that a micro-operation is part of, or {@link #NONE}. */
    public int ofMicro(int micro) {
        return nodeOf[log.transactionOf(micro)];
    }

    /** The transaction that a node is. */
    public int transaction(int node) {
        return transactionOf[node];
    }

    /** Adds that the transactions of one process come one after the other. */
    public void addSessions(DependencyGraph.Builder graph) {
        TreeMap<Integer, Integer> latest = new TreeMap<>();
        for (int node = 0; node < transactionOf.length; node++) {
            Integer before = latest.put(log.operation(transactionOf[node]).process(), node);
            if (before != null) {
                graph.edge(before, node, Dependency.PROCESS, 0);
            }
        }
    }

    /** Adds that what completed before another one was invoked comes before it. */
    public void addRealTime(DependencyGraph.Builder graph) {
        RealTimeOrder order = new RealTimeOrder(graph);
        for (int event : log.events()) {
            int transaction = event >= 0 ? event : ~event;
            int node = nodeOf[transaction];
            if (node != NONE && event >= 0) {
                order.invoked(node);
            } else if (node != NONE && log.isCommitted(transaction)) {
                order.completed(node);
            }
        }
    }
}
