package dev.orrery.algorithms.raft.check;

import dev.orrery.algorithms.raft.Entry;
import dev.orrery.algorithms.raft.RaftState;
import dev.orrery.sim.check.Counted;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * State Machine Safety: if a server has applied a log entry at a given index to its state machine, no other server will
 * ever apply a different log entry for the same index (Fig. 3; §5.4.3).
 */
public final class StateMachineSafety implements RaftInvariant {
    private final PerServer<Memory> servers = new PerServer<>(Memory::new);
    /** By index, what was applied there first. */
    private final List<Applied> applied = new ArrayList<>();

    private long compared;

    private static final class Memory {
        long lastApplied;
    }

    private record Applied(Entry entry, NodeId server) {}

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
        while (memory.lastApplied < server.lastApplied()) {
            long index = ++memory.lastApplied;
            String violation = compare(node, index, server.log().entry(index));
            if (violation != null) {
                return violation;
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
                + " applied, and again by another server or life " + Counted.times(compared);
    }
}
