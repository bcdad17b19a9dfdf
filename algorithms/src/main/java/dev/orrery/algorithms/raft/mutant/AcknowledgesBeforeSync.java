package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.raft.AppendEntriesReply;
import dev.orrery.algorithms.raft.Outbox;
import dev.orrery.algorithms.raft.PersistentState;
import dev.orrery.algorithms.raft.RaftRules;
import dev.orrery.sim.node.NodeId;

/**
 * R34: a follower acknowledges entries before they are flushed, as in Apache Kafka (KAFKA-10533).
 *
 * <p>A crash loses entries that count for a majority. Breaks durability: leader completeness.
 */
final class AcknowledgesBeforeSync extends RaftRules {
    @Override
    public void acknowledge(PersistentState persistent, Outbox outbox, NodeId leader, AppendEntriesReply reply) {
        persistent.demand();
        outbox.now(leader, reply);
    }
}
