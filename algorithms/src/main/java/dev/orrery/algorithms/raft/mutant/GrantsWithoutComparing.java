package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.raft.LogView;
import dev.orrery.algorithms.raft.RaftRules;

/**
 * R01: a vote is granted without comparing logs, against §5.4.1 of the paper.
 *
 * <p>A server whose log lacks committed entries can then win an election, and overwrites them on the others. Breaks
 * leader completeness.
 */
final class GrantsWithoutComparing extends RaftRules {
    @Override
    public boolean isUpToDate(long lastLogTerm, long lastLogIndex, LogView log) {
        return true;
    }
}
