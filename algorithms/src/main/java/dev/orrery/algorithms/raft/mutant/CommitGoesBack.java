package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.raft.RaftRules;

/**
 * R24: a commit index is taken over also when it is less than the server's own, as in PySyncObj (issue 166).
 *
 * <p>An old message, or a leader that does not know yet how much is committed, makes it go back. Breaks the commit index's
 * monotony (Fig. 2: "increases monotonically").
 */
final class CommitGoesBack extends RaftRules {
    @Override
    public boolean advances(long index, long commitIndex) {
        return index != commitIndex;
    }
}
