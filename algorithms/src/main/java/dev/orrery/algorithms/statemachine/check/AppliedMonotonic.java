package dev.orrery.algorithms.statemachine.check;

import dev.orrery.algorithms.statemachine.Replica;
import dev.orrery.sim.check.Counted;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * In one life of a replica the index of what it has applied never goes back, and never lies beyond what it knows to be
 * decided. A crash forgets it.
 */
public final class AppliedMonotonic implements Invariant {
    private final Map<NodeId, Long> lastApplied = new TreeMap<>();
    private long applied;

    @Override
    public String name() {
        return "applied-monotonic";
    }

    @Override
    public boolean concerns(Process process) {
        return process instanceof Replica;
    }

    @Override
    public void crashed(NodeId node) {
        lastApplied.remove(node);
    }

    @Override
    public @Nullable String touched(NodeId node, Process process) {
        Replica replica = (Replica) process;
        long now = replica.lastApplied();
        Long before = lastApplied.put(node, now);
        applied += before == null ? 0 : now - before;
        if (before != null && now < before) {
            return node + " had applied everything up to index " + before + ", and now up to " + now;
        }
        return now > replica.commitIndex()
                ? node + " has applied index " + now + ", and knows only " + replica.commitIndex() + " to be decided"
                : null;
    }

    @Override
    public String evidence() {
        return "replicas applied " + Counted.times(applied);
    }
}
