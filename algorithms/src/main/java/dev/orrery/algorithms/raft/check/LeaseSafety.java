package dev.orrery.algorithms.raft.check;

import dev.orrery.algorithms.raft.RaftState;
import dev.orrery.sim.check.Counted;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import org.jspecify.annotations.Nullable;

/**
 * Nobody answers a read under a lease once a later term has a leader (dissertation §6.4.1): a lease ends before another leader
 * can be elected, as long as clocks drift apart no more than the stated bound.
 */
public final class LeaseSafety implements RaftInvariant {
    private final PerServer<Memory> servers = new PerServer<>(Memory::new);
    private long latestTerm;
    private @Nullable NodeId latestLeader;
    private long judged;

    private static final class Memory {
        long leaseReads;
    }

    @Override
    public String name() {
        return "lease-safety";
    }

    @Override
    public void crashed(NodeId node) {
        servers.forget(node);
    }

    @Override
    public @Nullable String touched(NodeId node, Process process) {
        if (!(process instanceof RaftState server) || !server.isLeader()) {
            return null;
        }
        if (server.currentTerm() > latestTerm) {
            latestTerm = server.currentTerm();
            latestLeader = node;
        }
        Memory memory = servers.of(node);
        if (server.leaseReads() == memory.leaseReads) {
            return null;
        }
        judged += server.leaseReads() - memory.leaseReads;
        memory.leaseReads = server.leaseReads();
        return server.currentTerm() == latestTerm
                ? null
                : node + " answered a read under its lease of term " + server.currentTerm() + ", though " + latestLeader
                        + " had been elected in term " + latestTerm;
    }

    @Override
    public String evidence() {
        return judged == 0
                ? "nobody read under a lease"
                : Counted.of(judged, "read was", "reads were") + " answered under a lease";
    }
}
