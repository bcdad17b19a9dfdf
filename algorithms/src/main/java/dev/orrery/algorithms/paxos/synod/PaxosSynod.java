package dev.orrery.algorithms.paxos.synod;

import dev.orrery.algorithms.mutant.Mutants;
import dev.orrery.algorithms.paxos.check.PaxosChecks;
import dev.orrery.algorithms.paxos.mutant.PaxosMutants;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.system.Cluster;
import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.system.SystemProvider;
import dev.orrery.sim.time.DurationRange;
import java.util.List;

/** The system {@code paxos-synod}: one value is chosen, once and for all. */
public final class PaxosSynod implements SystemProvider {
    private static final Option<Long> PROPOSERS = Option.count(
            "proposers",
            2,
            1,
            100,
            "How many of the servers, from the first on, propose and learn; the others accept.");
    private static final Option<DurationRange> TIMEOUT = Option.range(
            "propose-timeout",
            "100ms..300ms",
            "How long a proposer waits before it begins anew with a higher number, drawn anew each time.");
    private static final Option<Long> CLIENT_RETRY = Option.duration(
            "client-retry", "500ms", "How long a client waits for a proposer before it asks another one.");
    private static final Option<String> MUTANT = Option.choice(
            "mutant",
            Mutants.NONE,
            PaxosMutants.ALL.codes(),
            "A bug planted on purpose, by its code, to see which check finds it.");

    @Override
    public String name() {
        return "paxos-synod";
    }

    @Override
    public String description() {
        return "Single-decree Paxos (Lamport, Paxos Made Simple, 2001, §2): proposers, acceptors and learners agree on one"
                + " value, once and for all. Clients propose values and are told which one was chosen.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(PROPOSERS, TIMEOUT, CLIENT_RETRY, MUTANT);
    }

    @Override
    public List<String> operations() {
        return List.of(Consensus.PROPOSE);
    }

    @Override
    public List<String> roles() {
        return List.of("recovering", "proposer", "acceptor", "halted");
    }

    @Override
    public List<EventType> events() {
        return List.of(
                new EventType("prepare", "round", "A proposer begins phase 1 with a number of this round."),
                new EventType("proposal-issued", "round", "A majority has promised, and the proposer begins phase 2."),
                new EventType("value-chosen", "round", "A learner knows that a value was chosen."),
                new EventType("disk-failed", "", "A server's disk did not read or sync; the server tries again."),
                new EventType(
                        "log-damaged",
                        "record",
                        "A server halts: what it had recorded is not all there, from this record on."));
    }

    @Override
    public List<Check> checks() {
        return PaxosChecks.all();
    }

    @Override
    public Cluster cluster(List<NodeId> servers, Options options) {
        return new SynodCluster(
                SynodCluster.layout(servers, options.get(PROPOSERS).intValue()),
                options.get(TIMEOUT),
                options.get(CLIENT_RETRY),
                PaxosMutants.ALL.rules(options.get(MUTANT)));
    }
}
