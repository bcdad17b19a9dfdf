package dev.orrery.algorithms.lock.check;

import dev.orrery.algorithms.lock.Holder;
import dev.orrery.sim.check.Counted;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.system.ClientProcess;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * No two processes hold the lock at once. A process holds what it would say it holds if it looked at its own clock: one that
 * is paused beyond the end of its lease holds nothing.
 */
final class MutualExclusion implements Invariant {
    private final Map<NodeId, Holder> holders = new TreeMap<>();
    private final Map<NodeId, Long> entries = new TreeMap<>();
    private long seen;

    /** What in a process enters critical sections, or null. */
    static @Nullable Holder holder(Process process) {
        return process instanceof ClientProcess client && client.client() instanceof Holder holder ? holder : null;
    }

    @Override
    public String name() {
        return "mutual-exclusion";
    }

    @Override
    public boolean concerns(Process process) {
        return holder(process) != null;
    }

    @Override
    public void booted(NodeId node, Process process) {
        Holder holder = holder(process);
        if (holder != null) {
            holders.put(node, holder);
            entries.put(node, 0L);
        }
    }

    @Override
    public void crashed(NodeId node) {
        holders.remove(node);
    }

    @Override
    public @Nullable String touched(NodeId node, Process process) {
        Holder holder = holders.get(node);
        Long known = entries.get(node);
        if (holder == null || known == null || holder.entries() == known) {
            return null;
        }
        entries.put(node, holder.entries());
        seen++;
        for (Map.Entry<NodeId, Holder> other : holders.entrySet()) {
            if (!other.getKey().equals(node) && other.getValue().holds()) {
                return node + " enters while " + other.getKey() + " holds the lock" + fences(holder, other.getValue());
            }
        }
        return null;
    }

    private static String fences(Holder one, Holder other) {
        return one.fence() == 0 ? "" : ", with fences " + one.fence() + " and " + other.fence();
    }

    @Override
    public String evidence() {
        return Counted.of(seen, "entry", "entries");
    }
}
