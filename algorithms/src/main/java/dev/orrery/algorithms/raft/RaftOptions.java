package dev.orrery.algorithms.raft;

import dev.orrery.sim.time.DurationRange;
import dev.orrery.sim.time.Durations;

/**
 * What can be chosen of a Raft server.
 *
 * @param electionTimeout how long a server waits for a leader before it begins an election, drawn anew each time (§5.2);
 *     more than 0
 * @param heartbeat how often a leader lets its followers hear from it, in nanoseconds, more than 0; it should be well
 *     below the election timeout (§5.6)
 * @param replication how many entries travel at once (dissertation §10.2.1)
 * @param preVote whether a server asks before it begins an election (dissertation §9.6)
 * @param snapshots when the log is compacted (§7)
 * @param checkQuorum whether a leader steps down when it hears of no majority for an election timeout (dissertation §6.2)
 * @param leaderStickiness whether servers that hear from a leader ignore candidates (dissertation §4.2.3)
 * @param reads how commands are answered that only look; leases need stickiness, and are no longer than the least election
 *     timeout by the drift bound (dissertation §6.4.1)
 */
public record RaftOptions(
        DurationRange electionTimeout,
        long heartbeat,
        ReplicationOptions replication,
        boolean preVote,
        SnapshotOptions snapshots,
        boolean checkQuorum,
        boolean leaderStickiness,
        ReadOptions reads) {

    /** The timeouts that the paper recommends (§9.3), batches of 64, and pre-vote; no snapshots. */
    public static final RaftOptions DEFAULT = new RaftOptions(
            new DurationRange(150_000_000, 300_000_000),
            50_000_000,
            ReplicationOptions.DEFAULT,
            true,
            SnapshotOptions.NONE,
            false,
            false,
            ReadOptions.DEFAULT);

    /** Raft as in Figure 2 and nothing else, with these times. */
    public static RaftOptions plain(DurationRange electionTimeout, long heartbeat) {
        return new RaftOptions(
                electionTimeout,
                heartbeat,
                ReplicationOptions.DEFAULT,
                false,
                SnapshotOptions.NONE,
                false,
                false,
                ReadOptions.DEFAULT);
    }

    /** Checks the ranges, and that leases are safe. */
    public RaftOptions {
        if (electionTimeout.min() < 1) {
            throw new IllegalArgumentException("an election timeout is more than 0, not " + electionTimeout);
        }
        if (heartbeat < 1) {
            throw new IllegalArgumentException("a heartbeat is more than 0, not " + Durations.format(heartbeat));
        }
        if (reads.mode() == ReadOptions.Mode.LEASE) {
            requireSafeLease(reads, electionTimeout.min(), leaderStickiness);
        }
    }

    private static void requireSafeLease(ReadOptions reads, long leastElectionTimeout, boolean leaderStickiness) {
        if (!leaderStickiness) {
            throw new IllegalArgumentException(
                    "leases need leader-stickiness: without it another leader may be elected while one holds");
        }
        long longest = reads.longestLease(leastElectionTimeout);
        if (reads.lease() > longest) {
            throw new IllegalArgumentException("a lease of " + Durations.format(reads.lease())
                    + " is too long: where clocks drift apart by up to " + reads.driftPpm()
                    + " ppm, another leader may be elected after " + Durations.format(longest));
        }
    }

    /** The same with or without pre-vote. */
    public RaftOptions withPreVote(boolean chosen) {
        return new RaftOptions(
                electionTimeout, heartbeat, replication, chosen, snapshots, checkQuorum, leaderStickiness, reads);
    }

    /** The same with another window and other batches. */
    public RaftOptions with(ReplicationOptions chosen) {
        return new RaftOptions(
                electionTimeout, heartbeat, chosen, preVote, snapshots, checkQuorum, leaderStickiness, reads);
    }

    /** The same with other snapshots. */
    public RaftOptions with(SnapshotOptions chosen) {
        return new RaftOptions(
                electionTimeout, heartbeat, replication, preVote, chosen, checkQuorum, leaderStickiness, reads);
    }

    /** The same with another way of reading. */
    public RaftOptions with(ReadOptions chosen) {
        return new RaftOptions(
                electionTimeout, heartbeat, replication, preVote, snapshots, checkQuorum, leaderStickiness, chosen);
    }

    /** The same with or without what keeps a leader in office or out of it. */
    public RaftOptions withLeaderChecks(boolean quorum, boolean stickiness) {
        return new RaftOptions(electionTimeout, heartbeat, replication, preVote, snapshots, quorum, stickiness, reads);
    }
}
