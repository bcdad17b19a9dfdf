package dev.orrery.algorithms.raft;

import java.util.List;

/**
 * Invoked by a leader to replicate its log, and as a heartbeat (Fig. 2; §5.2, §5.3).
 *
 * @param term the leader's term
 * @param prevLogIndex index of the entry just before the new ones
 * @param prevLogTerm term of that entry
 * @param entries to store after it; empty for a heartbeat
 * @param leaderCommit the leader's {@code commitIndex}
 * @param round the leader's latest round of heartbeats, for reads (dissertation §6.4); 0 if it counts none
 */
public record AppendEntries(
        long term, long prevLogIndex, long prevLogTerm, List<Entry> entries, long leaderCommit, long round)
        implements RaftMessage {

    /** One of a leader that counts no rounds. */
    public AppendEntries(long term, long prevLogIndex, long prevLogTerm, List<Entry> entries, long leaderCommit) {
        this(term, prevLogIndex, prevLogTerm, entries, leaderCommit, 0);
    }

    /** Checks that the numbers are such as servers send. */
    public AppendEntries {
        RaftMessage.requireNotNegative(term, prevLogIndex, prevLogTerm);
        RaftMessage.requireNotNegative(leaderCommit, round, 0);
    }

    /** The index up to which a follower's log equals the leader's once it has these entries. */
    long lastNewIndex() {
        return prevLogIndex + entries.size();
    }

    @Override
    public int size() {
        int size = HEADER;
        for (int i = 0; i < entries.size(); i++) {
            size += entries.get(i).size();
        }
        return size;
    }
}
