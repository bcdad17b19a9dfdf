package dev.orrery.algorithms.raft.kv;

import dev.orrery.algorithms.mutant.Mutants;
import dev.orrery.algorithms.raft.RaftOptions;
import dev.orrery.algorithms.raft.ReadOptions;
import dev.orrery.algorithms.raft.ReplicationOptions;
import dev.orrery.algorithms.raft.SnapshotOptions;
import dev.orrery.algorithms.raft.mutant.RaftMutants;
import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.time.DurationRange;
import java.util.List;

/** What can be chosen of {@code raft-kv}. */
final class RaftKvOptions {
    static final Option<DurationRange> ELECTION_TIMEOUT = Option.range(
            "election-timeout",
            "150ms..300ms",
            "How long a server waits for a leader before it begins an election, drawn anew each time (Raft §5.2).");
    static final Option<Long> HEARTBEAT = Option.duration(
            "heartbeat",
            "50ms",
            "How often a leader lets its followers hear from it; well below the election timeout (Raft §5.6).");
    static final Option<Long> MAX_ENTRIES = Option.count(
            "max-entries",
            ReplicationOptions.DEFAULT.maxEntries(),
            1,
            100_000,
            "How many entries one AppendEntries holds at most. 1 exposes bugs that batches hide, such as that of Fig. 8.");
    static final Option<Long> MAX_INFLIGHT = Option.count(
            "max-inflight",
            1,
            1,
            10_000,
            "How many messages with entries may be under way to one follower. With 1 what comes meanwhile shares the next one;"
                    + " with more it leaves at once (pipelining, dissertation §10.2.1).");
    static final Option<Long> MAX_INFLIGHT_BYTES = Option.count(
            "max-inflight-bytes",
            1 << 20,
            1,
            1 << 30,
            "With max-inflight above 1, how many bytes may be under way to one follower before the next message waits.");
    static final Option<Boolean> PRE_VOTE = Option.flag(
            "pre-vote",
            true,
            "Whether a server asks if it could win before it begins an election (Ongaro's dissertation §9.6).");
    static final Option<Boolean> CHECK_QUORUM = Option.flag(
            "check-quorum",
            false,
            "Whether a leader steps down that hears of no majority for an election timeout (dissertation §6.2).");
    static final Option<Boolean> LEADER_STICKINESS = Option.flag(
            "leader-stickiness",
            false,
            "Whether a server that hears from a leader takes no notice of candidates (dissertation §4.2.3)."
                    + " Leases need it.");
    static final Option<String> READS = Option.choice(
            "reads",
            "log",
            List.of("log", "read-index", "lease"),
            "How reads are answered: as entries of the log, or by the leader from its state, after a round of heartbeats or"
                    + " under a lease (dissertation §6.4).");
    static final Option<Long> LEASE = Option.duration(
            "lease",
            "100ms",
            "With reads: lease, how long a leader answers reads after the beginning of a round of heartbeats that a"
                    + " majority answered; at most the least election timeout by 1 + clock-drift-bound.");
    static final Option<Long> CLOCK_DRIFT_BOUND = Option.count(
            "clock-drift-bound",
            10_000,
            0,
            1_000_000,
            "By how many millionths one server's clock may run faster than another's. Leases are safe only while it holds.");
    static final Option<Long> SNAPSHOT_AFTER = Option.count(
            "snapshot-after",
            0,
            0,
            1_000_000,
            "How many entries a server applies before it takes a snapshot and cuts its log (Raft §7). 0 for never.");
    static final Option<Long> SNAPSHOT_KEEP = Option.count(
            "snapshot-keep",
            0,
            0,
            1_000_000,
            "How many entries stay in the log when it is cut, for followers that lag a little.");
    static final Option<Long> SNAPSHOT_CHUNK = Option.count(
            "snapshot-chunk", 65_536, 1, 1 << 30, "How many bytes of a snapshot one message holds at most.");
    static final Option<Long> SNAPSHOT_LIMIT = Option.count(
            "snapshot-limit",
            1 << 26,
            1,
            1 << 30,
            "How many bytes a snapshot may have: a larger one is neither taken nor received.");
    static final Option<Long> CLIENT_RETRY = Option.duration(
            "client-retry", "500ms", "How long a client waits for a server before it asks another one.");
    static final Option<String> MUTANT = Option.choice(
            "mutant",
            Mutants.NONE,
            RaftMutants.ALL.codes(),
            "A bug planted on purpose, by its code, to see which check finds it.");

    static final List<Option<?>> ALL = List.of(
            ELECTION_TIMEOUT,
            HEARTBEAT,
            MAX_ENTRIES,
            MAX_INFLIGHT,
            MAX_INFLIGHT_BYTES,
            PRE_VOTE,
            CHECK_QUORUM,
            LEADER_STICKINESS,
            READS,
            LEASE,
            CLOCK_DRIFT_BOUND,
            SNAPSHOT_AFTER,
            SNAPSHOT_KEEP,
            SNAPSHOT_CHUNK,
            SNAPSHOT_LIMIT,
            CLIENT_RETRY,
            MUTANT);

    private RaftKvOptions() {}

    private static ReadOptions.Mode mode(String word) {
        return switch (word) {
            case "read-index" -> ReadOptions.Mode.READ_INDEX;
            case "lease" -> ReadOptions.Mode.LEASE;
            default -> ReadOptions.Mode.LOG;
        };
    }

    /**
     * What of it is the servers'.
     *
     * @throws IllegalArgumentException if they do not go together
     */
    static RaftOptions raft(Options options) {
        return new RaftOptions(
                options.get(ELECTION_TIMEOUT),
                options.get(HEARTBEAT),
                new ReplicationOptions(
                        options.get(MAX_ENTRIES).intValue(),
                        options.get(MAX_INFLIGHT).intValue(),
                        options.get(MAX_INFLIGHT_BYTES)),
                options.get(PRE_VOTE),
                new SnapshotOptions(
                        options.get(SNAPSHOT_AFTER),
                        options.get(SNAPSHOT_KEEP),
                        options.get(SNAPSHOT_CHUNK).intValue(),
                        options.get(SNAPSHOT_LIMIT).intValue()),
                options.get(CHECK_QUORUM),
                options.get(LEADER_STICKINESS),
                new ReadOptions(mode(options.get(READS)), options.get(LEASE), options.get(CLOCK_DRIFT_BOUND)));
    }
}
