package dev.orrery.algorithms.raft.check;

import dev.orrery.algorithms.raft.RaftState;
import dev.orrery.sim.check.Counted;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import org.jspecify.annotations.Nullable;

/**
 * In one life of a server its commit index never goes back (Fig. 2: "increases monotonically"), and never lies beyond its
 * log. A crash forgets it.
 */
public final class CommitMonotonic implements RaftInvariant {
    private final PerServer<Memory> servers = new PerServer<>(Memory::new);
    private long changes;

    private static final class Memory {
        long commitIndex;
    }

    @Override
    public String name() {
        return "commit-monotonic";
    }

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
        long commitIndex = server.commitIndex();
        if (commitIndex < memory.commitIndex) {
            return node + "'s commit index went back from " + memory.commitIndex + " to " + commitIndex;
        }
        if (commitIndex > server.log().lastIndex()) {
            return node + "'s commit index " + commitIndex + " lies beyond its log, which ends at index "
                    + server.log().lastIndex();
        }
        changes += commitIndex > memory.commitIndex ? 1 : 0;
        memory.commitIndex = commitIndex;
        return null;
    }

    @Override
    public String evidence() {
        return "commit indices rose " + Counted.times(changes);
    }
}
