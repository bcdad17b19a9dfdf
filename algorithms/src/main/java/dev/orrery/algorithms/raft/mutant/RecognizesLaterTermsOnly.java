package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.raft.RaftRules;

/**
 * R17: a candidate ignores the leader of its own term, as in LogCabin (issue 42).
 *
 * <p>It goes on asking for votes that nobody gives it, and never follows: where it is needed for a majority nothing is
 * committed any more. Breaks liveness.
 */
final class RecognizesLaterTermsOnly extends RaftRules {
    @Override
    public boolean recognizes(long leaderTerm, long currentTerm) {
        return leaderTerm > currentTerm;
    }
}
