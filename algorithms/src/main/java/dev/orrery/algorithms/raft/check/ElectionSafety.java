package dev.orrery.algorithms.raft.check;

import dev.orrery.algorithms.raft.RaftState;
import dev.orrery.sim.check.Counted;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Election Safety: at most one leader can be elected in a given term (Fig. 3; §5.2). */
public final class ElectionSafety implements RaftInvariant {
    private final Map<Long, NodeId> leaderOfTerm = new TreeMap<>();
    private final PerServer<Memory> servers = new PerServer<>(Memory::new);

    private static final class Memory {
        long ledTerm;
    }

    @Override
    public String name() {
        return "election-safety";
    }

    @Override
    public @Nullable String touched(NodeId node, Process process) {
        if (!(process instanceof RaftState server) || !server.isLeader()) {
            return null;
        }
        Memory memory = servers.of(node);
        long term = server.currentTerm();
        if (memory.ledTerm == term) {
            return null;
        }
        memory.ledTerm = term;
        NodeId first = leaderOfTerm.putIfAbsent(term, node);
        return first == null || first.equals(node)
                ? null
                : "two leaders in term " + term + ": " + first + " was elected, and so was " + node;
    }

    @Override
    public String evidence() {
        return Counted.of(leaderOfTerm.size(), "term") + " had a leader";
    }
}
