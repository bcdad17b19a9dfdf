package dev.orrery.algorithms.paxos.multi.check;

import dev.orrery.algorithms.paxos.Proposal;
import dev.orrery.algorithms.paxos.multi.InstanceView;
import dev.orrery.algorithms.paxos.multi.MultiPaxosState;
import dev.orrery.sim.check.Counted;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All replicas execute the same commands in the same order (§3): what one has applied at an instance, no other ever applies
 * anything else at. It is what agreement is for, and what a client would notice; the name is that of Raft's Figure 3.
 */
public final class StateMachineSafety implements MultiPaxosInvariant {
    private final Map<NodeId, Long> lastApplied = new TreeMap<>();
    /** By instance, what was applied there first. */
    private final Map<Long, Applied> applied = new TreeMap<>();

    private long compared;

    private record Applied(Object value, NodeId server) {}

    @Override
    public String name() {
        return "state-machine-safety";
    }

    /** Its state machine is empty again, and everything is applied anew. */
    @Override
    public void crashed(NodeId node) {
        lastApplied.remove(node);
    }

    @Override
    public @Nullable String touched(NodeId node, Process process) {
        MultiPaxosState server = (MultiPaxosState) process;
        long before = lastApplied.getOrDefault(node, 0L);
        long now = server.lastApplied();
        if (now <= before) {
            return null;
        }
        lastApplied.put(node, now);
        InstanceView instances = server.instances();
        for (long instance = Math.max(before + 1, instances.firstInstance()); instance <= now; instance++) {
            Proposal proposal = instances.proposal(instance);
            String violation = proposal == null ? null : compare(node, instance, proposal.value());
            if (violation != null) {
                return violation;
            }
        }
        return null;
    }

    private @Nullable String compare(NodeId node, long instance, Object value) {
        Applied first = applied.putIfAbsent(instance, new Applied(value, node));
        if (first == null) {
            return null;
        }
        compared++;
        return first.value().equals(value)
                ? null
                : node + " applied " + value + " at instance " + instance + ", where " + first.server()
                        + " had applied " + first.value();
    }

    @Override
    public String evidence() {
        return Counted.of(applied.size(), "value was", "values were") + " applied, and again by another server or life "
                + Counted.times(compared);
    }
}
