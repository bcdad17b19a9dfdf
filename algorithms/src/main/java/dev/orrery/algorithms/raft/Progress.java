package dev.orrery.algorithms.raft;

import dev.orrery.sim.node.NodeId;
import org.jspecify.annotations.Nullable;

/** What a leader knows of one follower (Fig. 2, Volatile state on leaders), and whether it waits for its answer. */
final class Progress {
    final NodeId follower;
    /** Index of the next entry to send. */
    private long nextIndex;
    /** Index of the highest entry known to be replicated. */
    private long matchIndex;
    /** Whether entries are on their way, so that those after them wait until these are answered, and share a message. */
    private boolean awaiting;
    /** Whether anything was heard of the follower since the leader last looked (dissertation §6.2). */
    private boolean active;
    /** The latest round of heartbeats that the follower has answered (dissertation §6.4). */
    private long round;
    /** The snapshot that is under way, if the follower lacks entries that the leader has discarded. */
    private @Nullable SnapshotTransfer transfer;

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

    /** Something came from the follower. */
    void heard() {
        active = true;
    }

    /** Whether anything came since this was asked last. */
    boolean takeActive() {
        boolean was = active;
        active = false;
        return was;
    }

    long round() {
        return round;
    }

    /** The follower has answered a heartbeat of a round. */
    void answered(long ofRound) {
        round = Math.max(round, ofRound);
    }

    void sent(int entries) {
        awaiting = entries > 0;
    }

    /** The transfer of which the follower has a part or, if there is none, one of the latest snapshot. */
    SnapshotTransfer transfer(Snapshot latest) {
        SnapshotTransfer under = transfer;
        if (under == null || !under.hasBegun()) {
            under = new SnapshotTransfer(latest);
            transfer = under;
        }
        awaiting = true;
        return under;
    }

    /** The transfer that is under way, or null. */
    @Nullable
    SnapshotTransfer transfer() {
        return transfer;
    }

    /** The follower has a snapshot in place, so its log equals the leader's up to there. */
    void installed(long lastIncludedIndex) {
        transfer = null;
        awaiting = false;
        matchIndex = Math.max(matchIndex, lastIncludedIndex);
        nextIndex = Math.max(nextIndex, matchIndex + 1);
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
        transfer = null;
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
