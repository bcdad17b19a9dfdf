package dev.orrery.algorithms.raft.check;

import dev.orrery.algorithms.raft.RaftState;
import dev.orrery.sim.check.Counted;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import org.jspecify.annotations.Nullable;

/**
 * A server's current term never goes back (Fig. 2: "increases monotonically"), and over a restart it never goes back
 * behind a term that the server had let anyone know.
 */
public final class TermMonotonic implements RaftInvariant {
    private final PerServer<Memory> servers = new PerServer<>(Memory::new);
    private long changes;
    private long restarts;

    private static final class Memory {
        long currentTerm;
        /** In all lives. */
        long announcedTerm;

        boolean recovered;
    }

    @Override
    public String name() {
        return "term-monotonic";
    }

    @Override
    public void crashed(NodeId node) {
        Memory memory = servers.of(node);
        memory.currentTerm = 0;
        memory.recovered = false;
    }

    @Override
    public @Nullable String touched(NodeId node, Process process) {
        if (!(process instanceof RaftState server) || !server.isRunning()) {
            return null;
        }
        Memory memory = servers.of(node);
        long term = server.currentTerm();
        if (!memory.recovered) {
            memory.recovered = true;
            restarts += memory.announcedTerm > 0 ? 1 : 0;
            if (term < memory.announcedTerm) {
                return node + " came back in term " + term + ", though it had spoken in term " + memory.announcedTerm;
            }
        }
        if (term < memory.currentTerm) {
            return node + " went back from term " + memory.currentTerm + " to term " + term;
        }
        changes += term > memory.currentTerm ? 1 : 0;
        memory.currentTerm = term;
        memory.announcedTerm = Math.max(memory.announcedTerm, server.announcedTerm());
        return null;
    }

    @Override
    public String evidence() {
        return "terms changed " + Counted.times(changes) + "; servers came back " + Counted.times(restarts);
    }
}
