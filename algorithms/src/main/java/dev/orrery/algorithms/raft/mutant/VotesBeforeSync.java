package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.raft.Outbox;
import dev.orrery.algorithms.raft.RaftRules;
import dev.orrery.algorithms.raft.RequestVoteReply;
import dev.orrery.sim.node.NodeId;

/**
 * R04: a vote is sent before it is synced, and stays in memory until something else has to be synced, as in akka-raft
 * (issue 62) and jgroups-raft (before 4c6961f).
 *
 * <p>A server that crashes in between votes again in the same term, so that two leaders can be elected in it. Breaks
 * election safety; that the term was not synced either shows sooner, as a term that goes back.
 */
final class VotesBeforeSync extends RaftRules {
    @Override
    public void sendVote(Outbox outbox, NodeId candidate, RequestVoteReply vote) {
        outbox.now(candidate, vote);
    }
}
