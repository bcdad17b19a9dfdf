package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.raft.LogView;
import dev.orrery.algorithms.raft.RaftRules;

/**
 * R23: a follower commits what its leader has committed, though its own log may differ from the leader's after the entries
 * that it got (Fig. 2, AppendEntries receiver 5; WRaft issue 118).
 *
 * <p>An entry of a deposed leader that is still in its log is then applied. Breaks state machine safety.
 */
final class CommitsUnknownEntries extends RaftRules {
    @Override
    public long followerCommitIndex(long leaderCommit, long lastNewIndex, LogView log) {
        return Math.min(leaderCommit, log.lastIndex());
    }
}
