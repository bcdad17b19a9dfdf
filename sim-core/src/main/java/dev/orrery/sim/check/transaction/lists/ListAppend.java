package dev.orrery.sim.check.transaction.lists;

import dev.orrery.sim.check.transaction.dependency.Cycle;
import dev.orrery.sim.check.transaction.dependency.Dependency;
import dev.orrery.sim.check.transaction.dependency.DependencyGraph;
import dev.orrery.sim.check.transaction.dependency.Fan;
import dev.orrery.sim.check.transaction.inference.Cycles;
import dev.orrery.sim.check.transaction.inference.Findings;
import dev.orrery.sim.check.transaction.inference.Inference;
import dev.orrery.sim.check.transaction.inference.Nodes;
import dev.orrery.sim.check.transaction.log.MalformedTransaction;
import dev.orrery.sim.check.transaction.log.MicroOperation.Kind;
import dev.orrery.sim.check.transaction.log.TransactionLog;
import dev.orrery.sim.check.transaction.log.Words;
import java.util.BitSet;
import java.util.List;

/**
 * Histories of transactions that append to lists and read them.
 *
 * <p>Who appended an element comes before who appended the next one ({@code ww}) and before those who read a list that
 * ends with it ({@code wr}); these come before who appended the next one ({@code rw}). Elements that failed or that nobody
 * appended are passed over. Appends that nobody read follow the longest read, in no order among themselves.
 */
public final class ListAppend implements Inference {
    private static final int NOBODY = AppendIndex.NOBODY;

    private final TransactionLog log;
    private final AppendIndex appends;
    private final VersionOrders orders;
    private final Nodes nodes;

    private ListAppend(TransactionLog log, AppendIndex appends, VersionOrders orders) {
        this.log = log;
        this.appends = appends;
        this.orders = orders;
        this.nodes = new Nodes(log, seen());
    }

    /**
     * All that is wrong with a history.
     *
     * @throws MalformedTransaction if it has a micro-operation that is neither an append nor the read of a list
     */
    public static Findings judge(TransactionLog log) throws MalformedTransaction {
        requireLists(log);
        Findings findings = new Findings();
        AppendIndex appends = new AppendIndex(log, findings);
        VersionOrders orders = new VersionOrders(log, appends);
        new ReadAnomalies(log, appends, orders, findings).find();
        new InternalAnomalies(log, appends, orders, findings).find();
        Cycles.find(log, new ListAppend(log, appends, orders), findings);
        return findings;
    }

    private static void requireLists(TransactionLog log) throws MalformedTransaction {
        for (int micro = 0; micro < log.micros(); micro++) {
            Object value = log.value(micro);
            switch (log.kind(micro)) {
                case WRITE -> throw log.malformed(micro, "an append or the read of a list");
                case READ -> {
                    if (value != null && !(value instanceof List)) {
                        throw log.malformed(micro, "the read of a list");
                    }
                }
                case APPEND -> {}
            }
        }
    }

    /** The transactions of which an append stands in some list. */
    private BitSet seen() {
        BitSet seen = new BitSet();
        for (int micro = 0; micro < log.micros(); micro++) {
            if (orders.placeOf(micro) != VersionOrders.UNREAD) {
                seen.set(log.transactionOf(micro));
            }
        }
        return seen;
    }

    @Override
    public Nodes nodes() {
        return nodes;
    }

    @Override
    public void addTo(DependencyGraph.Builder graph) {
        addWrites(graph);
        addReads(graph);
        addAntiDependencies(graph);
        new Unread(log, orders, nodes).addTo(graph, new Fan(graph, nodes.count()));
    }

    private void addWrites(DependencyGraph.Builder graph) {
        for (int key = 0; key < log.keys(); key++) {
            int before = NOBODY;
            for (int place = 0; place < orders.length(key); place++) {
                int append = orders.appendAt(key, place);
                if (append != NOBODY) {
                    if (before != NOBODY) {
                        graph.edge(nodes.ofMicro(before), nodes.ofMicro(append), Dependency.WW, append);
                    }
                    before = append;
                }
            }
        }
    }

    private void addReads(DependencyGraph.Builder graph) {
        for (int micro = 0; micro < log.micros(); micro++) {
            if (orders.isKnownRead(micro)) {
                int writer = observed(micro);
                int node = writer == NOBODY ? Nodes.NONE : nodes.ofMicro(writer);
                if (node != Nodes.NONE) {
                    graph.edge(node, nodes.ofMicro(micro), Dependency.WR, micro);
                }
            }
        }
    }

    private void addAntiDependencies(DependencyGraph.Builder graph) {
        for (int micro = 0; micro < log.micros(); micro++) {
            int key = log.keyOf(micro);
            if (orders.isKnownRead(micro) && orders.hasOrder(key)) {
                int next = orders.appendFrom(key, orders.versionOf(micro));
                if (next != NOBODY) {
                    graph.edge(nodes.ofMicro(micro), nodes.ofMicro(next), Dependency.RW, next);
                }
            }
        }
    }

    /** The append whose element a read saw last, or the last one before it of which anybody knows. */
    private int observed(int read) {
        int key = log.keyOf(read);
        if (appends.isAmbiguous(key)) {
            return NOBODY;
        }
        List<?> list = orders.list(read);
        for (int i = list.size() - 1; i >= 0; i--) {
            int append = orders.hasOrder(key) ? orders.appendAt(key, i) : appends.append(key, list.get(i));
            if (append != NOBODY) {
                return append;
            }
        }
        return NOBODY;
    }

    @Override
    public String because(Cycle.Step step, String from, String to) {
        int micro = step.evidence();
        Object key = log.key(log.keyOf(micro));
        return switch (step.dependency()) {
            case WR -> to + " observed " + from + "'s append of " + Words.of(log.value(observed(micro))) + " to " + key;
            case RW -> from + " did not observe " + to + "'s append of " + Words.of(log.value(micro)) + " to " + key;
            default ->
                to + " appended " + Words.of(log.value(micro)) + " to " + key + " after " + from + " appended "
                        + Words.of(log.value(predecessor(micro)));
        };
    }

    /** The append before this one, of those that stand in the list. */
    private int predecessor(int append) {
        int key = log.keyOf(append);
        int place = orders.placeOf(append);
        int before = (place == VersionOrders.UNREAD ? orders.length(key) : place) - 1;
        while (orders.appendAt(key, before) == NOBODY) {
            before--;
        }
        return orders.appendAt(key, before);
    }

    /** Whether a micro-operation is an append by a node that nobody read. */
    static boolean isUnread(TransactionLog log, VersionOrders orders, Nodes nodes, int micro) {
        return log.kind(micro) == Kind.APPEND
                && orders.placeOf(micro) == VersionOrders.UNREAD
                && orders.hasOrder(log.keyOf(micro))
                && nodes.ofMicro(micro) != Nodes.NONE;
    }
}
