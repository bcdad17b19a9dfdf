package dev.orrery.algorithms.raft;

/**
 * When a server takes snapshots, and how they travel (§7).
 *
 * @param after how many entries are applied from one snapshot to the next; 0 for no snapshots
 * @param keep how many entries before a snapshot's last one stay in the log, for followers that lag a little; at least 0
 * @param chunkSize how many bytes of a snapshot one message holds at most, at least 1
 * @param maxSize how many bytes a snapshot may have, at least 1: a larger one is neither taken nor received
 */
public record SnapshotOptions(long after, long keep, int chunkSize, int maxSize) {
    /** No snapshots. */
    public static final SnapshotOptions NONE = new SnapshotOptions(0, 0, 1 << 16, 1 << 26);

    /** Checks the ranges. */
    public SnapshotOptions {
        if (after < 0 || keep < 0) {
            throw new IllegalArgumentException(
                    "entries between snapshots and entries kept are at least 0, not " + after + " and " + keep);
        }
        if (chunkSize < 1 || maxSize < 1) {
            throw new IllegalArgumentException(
                    "a chunk and a snapshot have at least 1 byte, not " + chunkSize + " and " + maxSize);
        }
    }
}
