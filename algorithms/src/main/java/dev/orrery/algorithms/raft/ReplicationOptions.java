package dev.orrery.algorithms.raft;

/**
 * How many entries travel to a follower at once (dissertation §10.2.1).
 *
 * @param maxEntries how many entries an AppendEntries holds at most, at least 1
 * @param maxInflight how many messages with entries may be under way to one follower, at least 1: with 1 the next one waits
 *     for an answer, and what comes meanwhile shares it; with more it leaves at once (pipelining)
 * @param maxInflightBytes no further message leaves while so many bytes are under way to a follower, at least 1; of no effect
 *     without pipelining
 */
public record ReplicationOptions(int maxEntries, int maxInflight, long maxInflightBytes) {
    /** Batches of 64, one at a time. */
    public static final ReplicationOptions DEFAULT = new ReplicationOptions(64, 1, 1 << 20);

    /** Checks the ranges. */
    public ReplicationOptions {
        if (maxEntries < 1 || maxInflight < 1 || maxInflightBytes < 1) {
            throw new IllegalArgumentException(
                    "a message holds at least 1 entry, and a window at least 1 message and 1 byte," + " not "
                            + maxEntries + ", " + maxInflight + " and " + maxInflightBytes);
        }
    }
}
