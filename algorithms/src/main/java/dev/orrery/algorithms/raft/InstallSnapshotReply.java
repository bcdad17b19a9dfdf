package dev.orrery.algorithms.raft;

/**
 * A follower's answer to {@link InstallSnapshot} (Fig. 13). It tells how far the follower has got, so that a transfer goes on
 * where it stopped, whoever leads now.
 *
 * @param term the follower's {@code currentTerm}, for the leader to update itself
 * @param lastIncludedIndex of the snapshot that it is about
 * @param offset how many bytes of it the follower has, from the first on
 * @param outcome what became of the chunk
 */
public record InstallSnapshotReply(long term, long lastIncludedIndex, int offset, Outcome outcome)
        implements RaftMessage {

    /** What a follower does with a chunk. */
    public enum Outcome {
        /** It has all up to the offset, and wants what follows. */
        STORED,
        /** The chunk came damaged, and is as good as lost. */
        CORRUPT,
        /** The snapshot is larger than the follower takes. Nothing was stored, and nothing will be. */
        TOO_LARGE,
        /** The snapshot is durable and in place, or the follower had all of it before. */
        INSTALLED
    }

    /** Checks that the numbers are such as servers send. */
    public InstallSnapshotReply {
        RaftMessage.requireNotNegative(term, lastIncludedIndex, offset);
    }
}
