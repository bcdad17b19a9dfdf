package dev.orrery.algorithms.paxos.kv;

import dev.orrery.algorithms.mutant.Mutants;
import dev.orrery.algorithms.paxos.multi.MultiPaxosOptions;
import dev.orrery.algorithms.paxos.multi.Quorums;
import dev.orrery.algorithms.paxos.multi.check.MultiPaxosChecks;
import dev.orrery.algorithms.paxos.mutant.PaxosMutants;
import dev.orrery.algorithms.statemachine.KeyValueStore;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.system.Cluster;
import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.system.SystemProvider;
import dev.orrery.sim.time.DurationRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The system {@code multi-paxos-kv}: a linearizable key-value store replicated by Multi-Paxos. */
public final class MultiPaxosKv implements SystemProvider {
    private static final int MOST_NODES = 100_000;

    private static final Option<DurationRange> ELECTION_TIMEOUT = Option.range(
            "election-timeout",
            "150ms..300ms",
            "How long a server waits for a leader before it begins phase 1, drawn anew each time.");
    private static final Option<Long> HEARTBEAT = Option.duration(
            "heartbeat",
            "50ms",
            "How often a leader lets itself be heard and repeats what is not answered; well below the election timeout.");
    private static final Option<Long> MAX_ENTRIES =
            Option.count("max-entries", 64, 1, 100_000, "How many instances one message is about at most.");
    private static final Option<Long> WINDOW = Option.count(
            "window",
            256,
            1,
            100_000,
            "How many instances a leader proposes values for before the first of them is chosen (Paxos Made Simple §3:"
                    + " alpha). Commands that come meanwhile share messages.");
    private static final Option<Boolean> PRE_VOTE = Option.flag(
            "pre-vote",
            true,
            "Whether a server asks if it would be promised anything before it raises its own promise, as Raft's pre-vote.");
    private static final Option<Long> PHASE_1_QUORUM = Option.count(
            "phase-1-quorum",
            0,
            0,
            MOST_NODES,
            "How many promises make a leader (Flexible Paxos): 0 for the least that meets every quorum of phase 2, or a"
                    + " majority if that is 0 too.");
    private static final Option<Long> PHASE_2_QUORUM = Option.count(
            "phase-2-quorum",
            0,
            0,
            MOST_NODES,
            "How many acceptors choose a value (Flexible Paxos): 0 for the least that meets every quorum of phase 1, or a"
                    + " majority if that is 0 too.");
    private static final Option<Long> CLIENT_RETRY = Option.duration(
            "client-retry", "500ms", "How long a client waits for a server before it asks another one.");
    private static final Option<String> MUTANT = Option.choice(
            "mutant",
            Mutants.NONE,
            PaxosMutants.ALL.codes(),
            "A bug planted on purpose, by its code, to see which check finds it.");

    @Override
    public String name() {
        return "multi-paxos-kv";
    }

    @Override
    public String description() {
        return "A key-value store replicated by Multi-Paxos (Lamport, Paxos Made Simple, 2001, §3) with flexible quorums."
                + " Reads go through the log, so all operations are linearizable; clients have sessions, so each takes"
                + " effect once.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(
                ELECTION_TIMEOUT,
                HEARTBEAT,
                MAX_ENTRIES,
                WINDOW,
                PRE_VOTE,
                PHASE_1_QUORUM,
                PHASE_2_QUORUM,
                CLIENT_RETRY,
                MUTANT);
    }

    @Override
    public List<String> operations() {
        return KeyValueStore.OPERATIONS;
    }

    @Override
    public List<String> roles() {
        return List.of("recovering", "follower", "pre-candidate", "candidate", "leader", "learner", "halted");
    }

    @Override
    public List<EventType> events() {
        return List.of(
                new EventType("recovered", "entries", "A server has read from its disk what it had synced."),
                new EventType("election-started", "term", "A server begins phase 1 under a ballot of this round."),
                new EventType("leader-elected", "term", "A quorum has promised, and this server leads."),
                new EventType(
                        "leader-changed", "term", "A server was elected that had followed another leader before."),
                new EventType(
                        "gap-filled", "index", "A new leader proposes a no-op, since nobody reports any value there."),
                new EventType(
                        "entry-overwritten",
                        "index",
                        "An acceptor has accepted another value at an instance than it had before."),
                new EventType(
                        "quorum-lost",
                        "term",
                        "A leader has not heard from a quorum for an election timeout; it leads" + " no more."),
                new EventType(
                        "disk-lost",
                        "",
                        "A server has found its disk empty that was set up before; it is an acceptor no more."),
                new EventType(
                        "disk-failed", "", "A server's disk did not read, write or sync; the server tries again."),
                new EventType(
                        "log-damaged",
                        "record",
                        "A server halts: what it had synced is not all there, from this record on."));
    }

    @Override
    public List<Check> checks() {
        return MultiPaxosChecks.all();
    }

    @Override
    public @Nullable String objection(int servers, Options options) {
        try {
            quorums(servers, options);
            return null;
        } catch (IllegalArgumentException wrong) {
            return wrong.getMessage();
        }
    }

    private static Quorums quorums(int servers, Options options) {
        return Quorums.of(
                servers,
                options.get(PHASE_1_QUORUM).intValue(),
                options.get(PHASE_2_QUORUM).intValue());
    }

    @Override
    public Cluster cluster(List<NodeId> servers, Options options) {
        return new MultiPaxosKvCluster(
                servers,
                new MultiPaxosOptions(
                        options.get(ELECTION_TIMEOUT),
                        options.get(HEARTBEAT),
                        options.get(MAX_ENTRIES).intValue(),
                        options.get(WINDOW).intValue(),
                        options.get(PRE_VOTE)),
                quorums(servers.size(), options),
                options.get(CLIENT_RETRY),
                PaxosMutants.ALL.rules(options.get(MUTANT)));
    }
}
