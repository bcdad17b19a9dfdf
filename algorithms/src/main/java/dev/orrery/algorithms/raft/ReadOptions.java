package dev.orrery.algorithms.raft;

/**
 * How a leader answers commands that only look (dissertation §6.4).
 *
 * @param mode the way
 * @param lease for how long after the beginning of a round of heartbeats that a majority answered a leader answers from its
 *     own state (§6.4.1), in nanoseconds by its own clock, at least 1
 * @param driftPpm the clock-drift bound: by how much one server's clock may run faster than another's, in millionths, at least
 *     0. Leases are safe only while it holds
 */
public record ReadOptions(Mode mode, long lease, long driftPpm) {
    private static final long MILLION = 1_000_000;

    /** Through the log. */
    public static final ReadOptions DEFAULT = new ReadOptions(Mode.LOG, 100_000_000, 10_000);

    /** The ways of reading. */
    public enum Mode {
        /** As an entry, like any other command. */
        LOG,
        /** From the leader's state, once a majority has confirmed that it leads. */
        READ_INDEX,
        /** From the leader's state, while a majority has promised not to elect another. */
        LEASE
    }

    /** Checks the ranges. */
    public ReadOptions {
        if (lease < 1 || driftPpm < 0) {
            throw new IllegalArgumentException(
                    "a lease is more than 0 and a drift bound at least 0, not " + lease + " and " + driftPpm);
        }
    }

    /** The longest lease that is safe: the election timeout by the clock that runs fastest. */
    public long longestLease(long leastElectionTimeout) {
        long divisor = MILLION + driftPpm;
        return leastElectionTimeout / divisor * MILLION + leastElectionTimeout % divisor * MILLION / divisor;
    }
}
