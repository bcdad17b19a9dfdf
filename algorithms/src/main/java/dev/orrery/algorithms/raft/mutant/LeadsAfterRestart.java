package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.raft.PersistentState;
import dev.orrery.algorithms.raft.RaftRules;
import dev.orrery.sim.node.NodeId;

/**
 * R16: a leader that comes back from a crash goes on as leader of its old term, as in Apache Kafka (KAFKA-10527).
 *
 * <p>What it had sent and not yet synced is gone from its log, and it puts other entries of the same term in the same places.
 * Breaks log matching. It takes its vote for itself and an entry of the term for a proof that it was elected, so that one
 * which lost to another leader may go on as well, which breaks election safety.
 */
final class LeadsAfterRestart extends RaftRules {
    @Override
    public boolean leadsAfterRestart(PersistentState persistent, NodeId self) {
        return self.equals(persistent.votedFor()) && persistent.log().lastTerm() == persistent.currentTerm();
    }
}
