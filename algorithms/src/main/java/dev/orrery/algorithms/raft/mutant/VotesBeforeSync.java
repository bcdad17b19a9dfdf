package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.raft.Outbox;
import dev.orrery.algorithms.raft.PersistentState;
import dev.orrery.algorithms.raft.RaftRules;
import dev.orrery.algorithms.raft.RequestVoteReply;
import dev.orrery.sim.node.NodeId;

/**
 * R04: a vote is sent before it is synced, and stays in memory until something else has to be synced, as in akka-raft
 * (issue 62) and jgroups-raft (before 4c6961f).
 *
 * <p>A server that crashes in between votes again in the same term, so that two leaders can be elected in it. Breaks
 * election safety; long before that it shows as a term that goes back, or as a vote that is forgotten.
 */
final class VotesBeforeSync extends RaftRules {
    @Override
    public void castVote(PersistentState persistent, Outbox outbox, NodeId candidate) {
        persistent.vote(candidate);
        outbox.now(candidate, new RequestVoteReply(persistent.currentTerm(), true));
    }
}
