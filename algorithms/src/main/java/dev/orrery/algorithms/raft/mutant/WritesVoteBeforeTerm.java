package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.raft.RaftRules;
import dev.orrery.sim.node.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * R10: term and vote are written down in two records, the vote first, as in Xraft and in willemt/raft (before 854a06d).
 *
 * <p>A crash between the two leaves the old term with the new term's vote in it: the vote that was given in the old term is
 * forgotten, and can be given again. Breaks election safety; shows first as a vote that changes over a crash.
 */
final class WritesVoteBeforeTerm extends RaftRules {
    @Override
    public void writeTermAndVote(long writtenTerm, long currentTerm, @Nullable NodeId votedFor, TermAndVoteWriter out) {
        out.write(writtenTerm, votedFor);
        out.write(currentTerm, votedFor);
    }
}
