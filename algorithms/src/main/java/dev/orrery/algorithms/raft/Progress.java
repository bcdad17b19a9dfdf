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

    /**
     * Whether the point is known at which the follower's log agrees with the leader's (etcd: Replicate). If not, it is sought
     * by one message at a time (Probe), or a snapshot is under way (Snapshot).
     */
    private boolean replicating;
    /** With pipelining, what is under way while {@link #replicating}; then {@link #nextIndex} runs ahead. Else null. */
    private final @Nullable Inflights inflights;
    /** Whether entries were acknowledged since the last heartbeat. */
    private boolean advanced;

    Progress(NodeId follower, long nextIndex, ReplicationOptions options) {
        this.follower = follower;
        this.nextIndex = nextIndex;
        this.replicating = nextIndex == 1;
        this.inflights =
                options.maxInflight() == 1 ? null : new Inflights(options.maxInflight(), options.maxInflightBytes());
    }

    long nextIndex() {
        return nextIndex;
    }

    long matchIndex() {
        return matchIndex;
    }

    /** Whether the next entries wait for an answer. */
    boolean isAwaiting() {
        return (inflights != null && replicating) ? inflights.isFull() : awaiting;
    }

    /** Whether more than one message with entries may be under way. */
    boolean isPipelined() {
        return inflights != null && replicating;
    }

    /** At a heartbeat: takes what is under way for lost if nothing was acknowledged since the last one. */
    void suspectLoss() {
        if (inflights != null && replicating && !advanced && !inflights.isEmpty()) {
            inflights.clear();
            nextIndex = matchIndex + 1;
        }
        advanced = false;
    }

    /** Whether the point is known at which the follower's log agrees with the leader's. */
    boolean isMatched() {
        return replicating;
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

    /** @param size of the message, of no meaning unless {@link #isPipelined} */
    void sent(int entries, int size) {
        if (inflights == null || !replicating) {
            awaiting = entries > 0;
        } else if (entries > 0) {
            nextIndex += entries;
            inflights.add(nextIndex - 1, size);
        }
    }

    /** The transfer of which the follower has a part or, if there is none, one of the latest snapshot. */
    SnapshotTransfer transfer(Snapshot latest) {
        SnapshotTransfer under = transfer;
        if (under == null || !under.hasBegun()) {
            under = new SnapshotTransfer(latest);
            transfer = under;
        }
        awaiting = true;
        seek();
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
        replicating = nextIndex == matchIndex + 1;
    }

    private void seek() {
        replicating = false;
        if (inflights != null) {
            inflights.clear();
        }
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
        if (inflights != null && replicating) {
            inflights.freeTo(index);
            nextIndex = Math.max(nextIndex, index + 1);
        } else {
            nextIndex = index + 1;
        }
        replicating = true;
        advanced = true;
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
        boolean expected = isPipelined() ? rejected < nextIndex : rejected == nextIndex - 1;
        if (!expected || rejected <= matchIndex) {
            return false;
        }
        nextIndex = Math.max(Math.min(agreement, rejected - 1), matchIndex) + 1;
        if (inflights == null) {
            replicating = nextIndex == matchIndex + 1;
        } else {
            // What was under way behind it is rejected too. Those answers shall not each send everything again.
            seek();
        }
        awaiting = false;
        return true;
    }
}
