package dev.orrery.algorithms.raft.check;

import dev.orrery.algorithms.raft.Entry;
import dev.orrery.algorithms.raft.RaftState;
import dev.orrery.algorithms.raft.Snapshot;
import dev.orrery.sim.check.Counted;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * State Machine Safety: if a server has applied a log entry at a given index to its state machine, no other server will
 * ever apply a different log entry for the same index (Fig. 3; §5.4.3).
 *
 * <p>Snapshots of one index are compared with each other, since a server that got one applied nothing before it.
 */
public final class StateMachineSafety implements RaftInvariant {
    private final PerServer<Memory> servers = new PerServer<>(Memory::new);
    /** By index, what was applied there first. */
    private final List<Applied> applied = new ArrayList<>();

    /** By index, the snapshot that was taken there first. */
    private final Map<Long, Taken> taken = new TreeMap<>();

    private long compared;

    private static final class Memory {
        long lastApplied;

        @Nullable
        Snapshot snapshot;
    }

    private record Applied(Entry entry, NodeId server) {}

    private record Taken(Snapshot snapshot, NodeId server) {}

    @Override
    public String name() {
        return "state-machine-safety";
    }

    /** Its state machine is empty again, and everything is applied anew. */
    @Override
    public void crashed(NodeId node) {
        servers.forget(node);
    }

    @Override
    public @Nullable String touched(NodeId node, Process process) {
        if (!(process instanceof RaftState server)) {
            return null;
        }
        Memory memory = servers.of(node);
        if (memory.snapshot != server.snapshot()) {
            memory.snapshot = server.snapshot();
            String violation = compare(node, memory.snapshot);
            if (violation != null) {
                return violation;
            }
        }
        // What a snapshot stands for was judged by that.
        memory.lastApplied = Math.max(memory.lastApplied, server.log().firstIndex() - 1);
        while (memory.lastApplied < server.lastApplied()) {
            long index = ++memory.lastApplied;
            String violation = compare(node, index, server.log().entry(index));
            if (violation != null) {
                return violation;
            }
        }
        return null;
    }

    /** The same entries lead every server to the same state. */
    private @Nullable String compare(NodeId node, @Nullable Snapshot snapshot) {
        if (snapshot == null) {
            return null;
        }
        long index = snapshot.lastIncludedIndex();
        Taken first = taken.putIfAbsent(index, new Taken(snapshot, node));
        if (first != null && first.snapshot().checksum() != snapshot.checksum()) {
            return node + " has a snapshot of index " + index + " that differs from " + first.server() + "'s";
        }
        if (index <= applied.size()) {
            Applied last = applied.get((int) index - 1);
            if (last.entry().term() != snapshot.lastIncludedTerm()) {
                return node + " has a snapshot that ends with an entry of term " + snapshot.lastIncludedTerm()
                        + " at index " + index + ", where " + last.server() + " had applied " + inWords(last.entry());
            }
        }
        return null;
    }

    private @Nullable String compare(NodeId node, long index, Entry entry) {
        if (index > applied.size()) {
            applied.add(new Applied(entry, node));
            return null;
        }
        compared++;
        Applied first = applied.get((int) index - 1);
        if (first.entry().equals(entry)) {
            return null;
        }
        return node + " applied " + inWords(entry) + " at index " + index + ", where " + first.server()
                + " had applied " + inWords(first.entry());
    }

    private static String inWords(Entry entry) {
        String what = entry.command() == null ? "the no-op" : entry.command().toString();
        return what + " of term " + entry.term();
    }

    @Override
    public String evidence() {
        return Counted.of(applied.size(), "entry was", "entries were")
                + " applied, and again by another server or life " + Counted.times(compared)
                + (taken.isEmpty() ? "" : "; snapshots were taken of " + Counted.of(taken.size(), "index", "indices"));
    }
}
