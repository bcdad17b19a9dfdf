package dev.orrery.algorithms.raft.kv;

import dev.orrery.algorithms.mutant.Mutants;
import dev.orrery.algorithms.raft.RaftOptions;
import dev.orrery.algorithms.raft.check.RaftChecks;
import dev.orrery.algorithms.raft.mutant.RaftMutants;
import dev.orrery.algorithms.statemachine.KeyValueStore;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.system.Cluster;
import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.system.SystemProvider;
import dev.orrery.sim.time.DurationRange;
import java.util.List;

/** The system {@code raft-kv}: a linearizable key-value store replicated by Raft. */
public final class RaftKv implements SystemProvider {
    private static final Option<DurationRange> ELECTION_TIMEOUT = Option.range(
            "election-timeout",
            "150ms..300ms",
            "How long a server waits for a leader before it begins an election, drawn anew each time (Raft §5.2).");
    private static final Option<Long> HEARTBEAT = Option.duration(
            "heartbeat",
            "50ms",
            "How often a leader lets its followers hear from it; well below the election timeout (Raft §5.6).");
    private static final Option<Long> MAX_ENTRIES = Option.count(
            "max-entries",
            RaftOptions.DEFAULT.maxEntries(),
            1,
            100_000,
            "How many entries one AppendEntries holds at most. 1 exposes bugs that batches hide, such as that of Fig. 8.");
    private static final Option<Boolean> PRE_VOTE = Option.flag(
            "pre-vote",
            true,
            "Whether a server asks if it could win before it begins an election (Ongaro's dissertation §9.6).");
    private static final Option<Long> CLIENT_RETRY = Option.duration(
            "client-retry", "500ms", "How long a client waits for a server before it asks another one.");
    private static final Option<String> MUTANT = Option.choice(
            "mutant",
            Mutants.NONE,
            RaftMutants.ALL.codes(),
            "A bug planted on purpose, by its code, to see which check finds it.");

    @Override
    public String name() {
        return "raft-kv";
    }

    @Override
    public String description() {
        return "A key-value store replicated by Raft (Ongaro and Ousterhout, 2014). Reads go through the log, so all"
                + " operations are linearizable; clients have sessions, so each takes effect once.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(ELECTION_TIMEOUT, HEARTBEAT, MAX_ENTRIES, PRE_VOTE, CLIENT_RETRY, MUTANT);
    }

    @Override
    public List<String> operations() {
        return KeyValueStore.OPERATIONS;
    }

    @Override
    public List<String> roles() {
        return List.of("recovering", "follower", "pre-candidate", "candidate", "leader", "halted");
    }

    @Override
    public List<EventType> events() {
        return List.of(
                new EventType("recovered", "entries", "A server has read from its disk what it had synced."),
                new EventType("election-started", "term", "A server has begun a term and asks for votes."),
                new EventType("vote-given", "term", "A server has told a candidate that it has its vote."),
                new EventType("leader-elected", "term", "A majority has voted for this server."),
                new EventType(
                        "leader-changed", "term", "A server was elected that had followed another leader before."),
                new EventType(
                        "entry-overwritten",
                        "index",
                        "A follower deletes entries that its leader does not have, from this index on."),
                new EventType(
                        "disk-failed", "", "A server's disk did not read, write or sync; the server tries again."),
                new EventType(
                        "log-damaged",
                        "record",
                        "A server halts: what it had synced is not all there, from this record on."));
    }

    @Override
    public List<Check> checks() {
        return RaftChecks.all();
    }

    @Override
    public Cluster cluster(List<NodeId> servers, Options options) {
        RaftOptions raft = new RaftOptions(
                options.get(ELECTION_TIMEOUT),
                options.get(HEARTBEAT),
                options.get(MAX_ENTRIES).intValue(),
                options.get(PRE_VOTE));
        return new RaftKvCluster(servers, raft, options.get(CLIENT_RETRY), RaftMutants.ALL.rules(options.get(MUTANT)));
    }
}
