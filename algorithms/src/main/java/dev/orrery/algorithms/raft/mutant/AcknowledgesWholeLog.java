package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.raft.LogView;
import dev.orrery.algorithms.raft.RaftRules;

/**
 * R29: a follower acknowledges its whole log, not only as far as it was compared with the leader's; MicroRaft's handler of
 * AppendEntries warns of it in a comment.
 *
 * <p>The leader takes entries of a deposed leader for its own, and commits what only a minority has. Breaks leader completeness.
 */
final class AcknowledgesWholeLog extends RaftRules {
    @Override
    public long acknowledgedIndex(long lastNewIndex, LogView log) {
        return log.lastIndex();
    }
}
