package dev.orrery.algorithms.lock.check;

import dev.orrery.algorithms.lock.DistributedLock;
import dev.orrery.algorithms.lock.Holder;
import dev.orrery.sim.check.Counted;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Each entry has a greater fencing token than all entries before it (Kleppmann 2016). */
final class FencingMonotonic implements Invariant {
    private final Map<NodeId, Long> entries = new TreeMap<>();
    private long highest;
    private long seen;
    private @Nullable NodeId owner;

    @Override
    public String name() {
        return "fencing-monotonic";
    }

    @Override
    public boolean concerns(Process process) {
        return MutualExclusion.holder(process) != null;
    }

    @Override
    public void booted(NodeId node, Process process) {
        entries.put(node, 0L);
    }

    @Override
    public @Nullable String touched(NodeId node, Process process) {
        Holder holder = MutualExclusion.holder(process);
        Long known = entries.get(node);
        if (holder == null || known == null || holder.entries() == known) {
            return null;
        }
        entries.put(node, holder.entries());
        long fence = holder.fence();
        if (fence == DistributedLock.NO_FENCE) {
            return null;
        }
        seen++;
        if (fence <= highest) {
            return node + " enters with fence " + fence + " after " + owner + " entered with " + highest;
        }
        highest = fence;
        owner = node;
        return null;
    }

    @Override
    public String evidence() {
        return Counted.of(seen, "fence");
    }
}
