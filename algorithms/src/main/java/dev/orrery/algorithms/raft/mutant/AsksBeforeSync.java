package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.raft.PersistentState;
import dev.orrery.algorithms.raft.RaftRules;

/**
 * R08: a candidate asks for votes before its term and its own vote are durable, as in sofa-jraft (issue 1245).
 *
 * <p>When it crashes just then it comes back in the old term, votes for another one in the term in which it had votes itself,
 * and so may all who voted for it be led by two. Breaks election safety; shows first as a term that goes back.
 */
final class AsksBeforeSync extends RaftRules {
    @Override
    public boolean mayAskForVotes(PersistentState persistent, long change) {
        return true;
    }
}
