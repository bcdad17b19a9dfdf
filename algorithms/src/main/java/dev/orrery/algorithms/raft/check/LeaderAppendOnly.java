package dev.orrery.algorithms.raft.check;

import dev.orrery.algorithms.raft.LogView;
import dev.orrery.algorithms.raft.RaftState;
import dev.orrery.sim.check.Counted;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import org.jspecify.annotations.Nullable;

/** Leader Append-Only: a leader never overwrites or deletes entries in its log; it only appends (Fig. 3; §5.3). */
public final class LeaderAppendOnly implements RaftInvariant {
    private static final long NONE = -1;

    private final PerServer<Memory> servers = new PerServer<>(Memory::new);
    private long appended;

    private static final class Memory {
        long ledTerm = NONE;
        long truncations;
        long lastIndex;
    }

    @Override
    public String name() {
        return "leader-append-only";
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
        if (!server.isLeader()) {
            memory.ledTerm = NONE;
            return null;
        }
        LogView log = server.log();
        if (memory.ledTerm != server.currentTerm()) {
            memory.ledTerm = server.currentTerm();
            memory.truncations = log.truncations();
        } else if (memory.truncations != log.truncations()) {
            return node + " leads term " + memory.ledTerm + " and deleted entries of its own log after index "
                    + log.truncatedTo() + "; it had " + memory.lastIndex;
        } else {
            appended += log.lastIndex() - memory.lastIndex;
        }
        memory.lastIndex = log.lastIndex();
        return null;
    }

    @Override
    public String evidence() {
        return "leaders appended " + Counted.of(appended, "entry", "entries");
    }
}
