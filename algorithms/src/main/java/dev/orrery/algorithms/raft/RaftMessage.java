package dev.orrery.algorithms.raft;

import dev.orrery.sim.node.Message;

/** What servers send to each other: the RPCs of Figures 2 and 13 and their replies, each as a message of its own. */
public sealed interface RaftMessage extends Message
        permits AppendEntries,
                AppendEntriesReply,
                InstallSnapshot,
                InstallSnapshotReply,
                RequestPreVote,
                RequestPreVoteReply,
                RequestVote,
                RequestVoteReply,
                TimeoutNow {
    /** About how many bytes a message's numbers and header take on the wire. */
    int HEADER = 48;

    /** The sender's {@code currentTerm}; of a {@link RequestPreVote} the term that it would begin. */
    long term();

    /**
     * Refuses numbers that no server sends, as a receiver refuses a message that was damaged on its way.
     *
     * @throws IllegalArgumentException if one is negative
     */
    static void requireNotNegative(long first, long second, long third) {
        if ((first | second | third) < 0) {
            throw new IllegalArgumentException(
                    "terms and indices are at least 0, not " + first + ", " + second + " and " + third);
        }
    }

    @Override
    default int size() {
        return HEADER;
    }
}
