package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.raft.LogView;
import dev.orrery.algorithms.raft.RaftRules;

/**
 * R21: the leader's search for what it can commit goes up from the commit index and stops at the first entry of an earlier
 * term, as in RaftOS (issue 30).
 *
 * <p>A leader that is elected with such an entry in its log commits nothing as long as it leads. Breaks liveness.
 */
final class StopsAtOldTerms extends RaftRules {
    @Override
    public long leaderCommitIndex(long majorityIndex, long commitIndex, LogView log, long currentTerm) {
        return log.term(commitIndex + 1) == currentTerm
                ? super.leaderCommitIndex(majorityIndex, commitIndex, log, currentTerm)
                : commitIndex;
    }
}
