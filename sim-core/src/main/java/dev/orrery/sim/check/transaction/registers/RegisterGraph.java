package dev.orrery.sim.check.transaction.registers;

import dev.orrery.sim.check.transaction.dependency.Cycle;
import dev.orrery.sim.check.transaction.dependency.Dependency;
import dev.orrery.sim.check.transaction.dependency.DependencyGraph;
import dev.orrery.sim.check.transaction.dependency.Fan;
import dev.orrery.sim.check.transaction.inference.Grouped;
import dev.orrery.sim.check.transaction.inference.Inference;
import dev.orrery.sim.check.transaction.inference.Nodes;
import dev.orrery.sim.check.transaction.log.MicroOperation.Kind;
import dev.orrery.sim.check.transaction.log.TransactionLog;
import dev.orrery.sim.check.transaction.log.Words;
import java.util.BitSet;

/**
 * What must come before what among transactions on registers.
 *
 * <p>Who wrote a value comes before those who read it ({@code wr}). Who read a value comes before those others who read it
 * and replaced it, and who read nil before all who wrote there ({@code rw}): at any level at which anti-dependencies
 * matter, no other order of versions is possible. So is none that contradicts real time at the levels that ask for it
 * ({@link TimedVersions}).
 */
final class RegisterGraph implements Inference {
    private static final int NOBODY = WriteIndex.NOBODY;

    private final TransactionLog log;
    private final WriteIndex writes;
    private final Nodes nodes;

    RegisterGraph(TransactionLog log, WriteIndex writes) {
        this.log = log;
        this.writes = writes;
        this.nodes = new Nodes(log, seen());
    }

    /** The transactions of which somebody else read a value. */
    private BitSet seen() {
        BitSet seen = new BitSet();
        for (int micro = 0; micro < log.micros(); micro++) {
            int write = source(micro);
            if (write != NOBODY) {
                seen.set(log.transactionOf(write));
            }
        }
        return seen;
    }

    /** The write whose value a committed transaction read, or {@link WriteIndex#NOBODY}. */
    private int source(int micro) {
        boolean tells = log.kind(micro) == Kind.READ
                && log.isCommitted(log.transactionOf(micro))
                && log.value(micro) != null
                && !writes.isAmbiguous(log.keyOf(micro));
        return tells ? writes.write(log.keyOf(micro), log.value(micro)) : NOBODY;
    }

    @Override
    public Nodes nodes() {
        return nodes;
    }

    @Override
    public void addTo(DependencyGraph.Builder graph) {
        for (int micro = 0; micro < log.micros(); micro++) {
            int write = source(micro);
            if (write != NOBODY) {
                graph.edge(nodes.ofMicro(write), nodes.ofMicro(micro), Dependency.WR, micro);
            }
        }
        Fan fan = new Fan(graph, nodes.count());
        addInitial(fan);
        addReplaced(fan);
        new TimedVersions(log, writes, nodes).addTo(graph);
    }

    /** Who read nil comes before all who wrote there. */
    private void addInitial(Fan fan) {
        Grouped readers = new Grouped(log.keys());
        Grouped writers = new Grouped(log.keys());
        for (boolean counting : new boolean[] {true, false}) {
            for (int micro = 0; micro < log.micros(); micro++) {
                int key = log.keyOf(micro);
                if (log.kind(micro) == Kind.WRITE && nodes.ofMicro(micro) != Nodes.NONE) {
                    put(writers, key, micro, counting);
                } else if (writes.isFirstRead(micro) && writes.isInitial(micro)) {
                    put(readers, key, micro, counting);
                }
            }
            if (counting) {
                readers.allot();
                writers.allot();
            }
        }
        join(fan, readers, writers, log.keys());
    }

    /** Who read a value comes before those who read and replaced it. */
    private void addReplaced(Fan fan) {
        Grouped readers = new Grouped(log.micros());
        Grouped writers = new Grouped(log.micros());
        for (boolean counting : new boolean[] {true, false}) {
            for (int micro = 0; micro < log.micros(); micro++) {
                int basis = log.kind(micro) == Kind.WRITE && nodes.ofMicro(micro) != Nodes.NONE
                        ? writes.basisOf(micro)
                        : NOBODY;
                int replaced = basis == NOBODY ? NOBODY : source(basis);
                int read = writes.isFirstRead(micro) ? source(micro) : NOBODY;
                if (replaced != NOBODY) {
                    put(writers, replaced, micro, counting);
                }
                if (read != NOBODY) {
                    put(readers, read, micro, counting);
                }
            }
            if (counting) {
                readers.allot();
                writers.allot();
            }
        }
        join(fan, readers, writers, log.micros());
    }

    private void put(Grouped grouped, int group, int micro, boolean counting) {
        if (counting) {
            grouped.count(group);
        } else {
            grouped.addOnce(group, nodes.ofMicro(micro), micro);
        }
    }

    private static void join(Fan fan, Grouped readers, Grouped writers, int groups) {
        for (int group = 0; group < groups; group++) {
            fan.edges(
                    readers.nodes(),
                    readers.start(group),
                    readers.end(group),
                    writers.nodes(),
                    writers.micros(),
                    writers.start(group),
                    writers.end(group),
                    Dependency.RW);
        }
    }

    @Override
    public String because(Cycle.Step step, String from, String to) {
        int micro = step.evidence();
        int key = log.keyOf(micro);
        String name = String.valueOf(log.key(key));
        String value = Words.of(log.value(micro));
        return switch (step.dependency()) {
            case WR -> to + " read " + name + " as " + value + ", which " + from + " wrote";
            case RW ->
                from + " read " + name + " as " + firstRead(step.from(), key) + ", before " + to + " wrote " + value;
            case RW_BY_TIME ->
                from + " read " + name + " as " + firstRead(step.from(), key) + ", and " + to + " wrote " + value
                        + ", which was seen later";
            default -> from + " wrote " + name + ", and " + to + " wrote " + value + " to it, which was seen later";
        };
    }

    private String firstRead(int node, int key) {
        int transaction = nodes.transaction(node);
        int micro = log.firstMicro(transaction);
        while (!writes.isFirstRead(micro) || log.keyOf(micro) != key) {
            micro++;
        }
        return Words.of(log.value(micro));
    }
}
