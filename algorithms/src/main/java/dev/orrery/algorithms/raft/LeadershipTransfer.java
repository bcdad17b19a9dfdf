package dev.orrery.algorithms.raft;

import dev.orrery.sim.node.NodeId;

/**
 * A leader's attempt to make another server the leader (dissertation §3.10): it takes no commands meanwhile, brings the target
 * up to date, and then has it begin an election at once. It gives up after an election timeout.
 */
final class LeadershipTransfer {
    final NodeId target;
    private final long deadline;

    /** @param deadline by the leader's clock */
    LeadershipTransfer(NodeId target, long deadline) {
        this.target = target;
        this.deadline = deadline;
    }

    boolean isOver(long now) {
        return now >= deadline;
    }
}
