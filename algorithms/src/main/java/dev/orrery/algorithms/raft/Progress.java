package dev.orrery.algorithms.raft;

import dev.orrery.sim.node.NodeId;

/** What a leader knows of one follower (Fig. 2, Volatile state on leaders), and whether it waits for its answer. */
final class Progress {
    final NodeId follower;
    /** Index of the next entry to send. */
    private long nextIndex;
    /** Index of the highest entry known to be replicated. */
    private long matchIndex;
    /** Whether entries are on their way, so that those after them wait until these are answered, and share a message. */
    private boolean awaiting;

    Progress(NodeId follower, long nextIndex) {
        this.follower = follower;
        this.nextIndex = nextIndex;
    }

    long nextIndex() {
        return nextIndex;
    }

    long matchIndex() {
        return matchIndex;
    }

    boolean isAwaiting() {
        return awaiting;
    }

    /** Whether the point is known at which the follower's log agrees with the leader's. */
    boolean isMatched() {
        return nextIndex == matchIndex + 1;
    }

    void sent(int entries) {
        awaiting = entries > 0;
    }

    /**
     * The follower's log equals the leader's up to an index.
     *
     * @return whether that is news; a late or doubled answer is none
     */
    boolean matched(long index) {
        if (index <= matchIndex) {
            return false;
        }
        matchIndex = index;
        nextIndex = index + 1;
        awaiting = false;
        return true;
    }

    /**
     * The follower's log has not the leader's entry just before {@link #nextIndex}.
     *
     * @param rejected the {@code prevLogIndex} that was rejected
     * @param agreement the last index at which the logs may agree
     * @return whether that is news; an answer to an earlier question is none
     */
    boolean rejected(long rejected, long agreement) {
        if (rejected != nextIndex - 1 || rejected <= matchIndex) {
            return false;
        }
        nextIndex = Math.max(Math.min(agreement, rejected - 1), matchIndex) + 1;
        awaiting = false;
        return true;
    }
}
