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
 * @param maxEntries how many entries an AppendEntries holds at most, at least 1
 * @param preVote whether a server asks before it begins an election (dissertation §9.6)
 * @param snapshots when the log is compacted (§7)
 */
public record RaftOptions(
        DurationRange electionTimeout, long heartbeat, int maxEntries, boolean preVote, SnapshotOptions snapshots) {

    /** The timeouts that the paper recommends (§9.3), batches of 64, pre-vote, and no snapshots. */
    public static final RaftOptions DEFAULT =
            new RaftOptions(new DurationRange(150_000_000, 300_000_000), 50_000_000, 64, true, SnapshotOptions.NONE);

    public RaftOptions {
        if (electionTimeout.min() < 1) {
            throw new IllegalArgumentException("an election timeout is more than 0, not " + electionTimeout);
        }
        if (heartbeat < 1) {
            throw new IllegalArgumentException("a heartbeat is more than 0, not " + Durations.format(heartbeat));
        }
        if (maxEntries < 1) {
            throw new IllegalArgumentException("a message holds at least 1 entry, not " + maxEntries);
        }
    }

    /** The same with or without pre-vote. */
    public RaftOptions withPreVote(boolean chosen) {
        return new RaftOptions(electionTimeout, heartbeat, maxEntries, chosen, snapshots);
    }

    /** The same with other snapshots. */
    public RaftOptions with(SnapshotOptions chosen) {
        return new RaftOptions(electionTimeout, heartbeat, maxEntries, preVote, chosen);
    }
}
