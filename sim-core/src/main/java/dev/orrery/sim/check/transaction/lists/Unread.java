package dev.orrery.sim.check.transaction.lists;

import dev.orrery.sim.check.transaction.dependency.Dependency;
import dev.orrery.sim.check.transaction.dependency.DependencyGraph;
import dev.orrery.sim.check.transaction.dependency.Fan;
import dev.orrery.sim.check.transaction.inference.Grouped;
import dev.orrery.sim.check.transaction.inference.Nodes;
import dev.orrery.sim.check.transaction.log.TransactionLog;

/** Appends that nobody read: all that is known of them is that they follow the longest read of their key. */
final class Unread {
    private static final int NOBODY = AppendIndex.NOBODY;

    private final TransactionLog log;
    private final VersionOrders orders;
    private final Nodes nodes;

    Unread(TransactionLog log, VersionOrders orders, Nodes nodes) {
        this.log = log;
        this.orders = orders;
        this.nodes = nodes;
    }

    /** Adds that who appended last, and who read the longest list, come before those whose append nobody read. */
    void addTo(DependencyGraph.Builder graph, Fan fan) {
        Grouped unread = new Grouped(log.keys());
        Grouped readers = new Grouped(log.keys());
        for (int micro = 0; micro < log.micros(); micro++) {
            if (isUnread(micro)) {
                unread.count(log.keyOf(micro));
            } else if (readsLast(micro)) {
                readers.count(log.keyOf(micro));
            }
        }
        unread.allot();
        readers.allot();
        for (int micro = 0; micro < log.micros(); micro++) {
            if (isUnread(micro)) {
                unread.addOnce(log.keyOf(micro), nodes.ofMicro(micro), micro);
            } else if (readsLast(micro)) {
                readers.addOnce(log.keyOf(micro), nodes.ofMicro(micro), micro);
            }
        }
        for (int key = 0; key < log.keys(); key++) {
            addKey(graph, fan, key, unread, readers);
        }
    }

    private void addKey(DependencyGraph.Builder graph, Fan fan, int key, Grouped unread, Grouped readers) {
        int last = lastAppend(key);
        if (last != NOBODY) {
            for (int i = unread.start(key); i < unread.end(key); i++) {
                graph.edge(nodes.ofMicro(last), unread.nodes()[i], Dependency.WW, unread.micros()[i]);
            }
        }
        fan.edges(
                readers.nodes(),
                readers.start(key),
                readers.end(key),
                unread.nodes(),
                unread.micros(),
                unread.start(key),
                unread.end(key),
                Dependency.RW);
    }

    private int lastAppend(int key) {
        for (int place = orders.length(key) - 1; place >= 0; place--) {
            if (orders.appendAt(key, place) != NOBODY) {
                return orders.appendAt(key, place);
            }
        }
        return NOBODY;
    }

    private boolean isUnread(int micro) {
        return ListAppend.isUnread(log, orders, nodes, micro);
    }

    /** Whether a read saw all that anybody saw of its key, as far as it is known who appended it. */
    private boolean readsLast(int micro) {
        int key = log.keyOf(micro);
        return orders.isKnownRead(micro)
                && orders.hasOrder(key)
                && orders.appendFrom(key, orders.versionOf(micro)) == NOBODY;
    }
}
