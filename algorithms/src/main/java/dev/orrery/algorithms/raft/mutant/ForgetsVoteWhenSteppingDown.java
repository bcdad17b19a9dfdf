package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.raft.PersistentState;
import dev.orrery.algorithms.raft.RaftRules;

/**
 * R05: a candidate or leader that becomes a follower within its term takes its vote back, as in akka-raft (issue 56).
 *
 * <p>It then votes for another candidate of the same term. Breaks election safety; shows first as two votes in one term.
 */
final class ForgetsVoteWhenSteppingDown extends RaftRules {
    @Override
    public void stepDown(PersistentState persistent) {
        persistent.vote(null);
    }
}
