package dev.orrery.algorithms.lock.system;

import dev.orrery.algorithms.lock.section.CriticalSection;
import dev.orrery.sim.MessageTraffic;
import dev.orrery.sim.Simulation;
import dev.orrery.sim.SimulationConfig;
import dev.orrery.sim.Violation;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.disk.DiskConfig;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.network.NetworkConfig;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.KeyDistribution;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.system.Cluster;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.system.SystemProvider;
import dev.orrery.sim.workload.Clients;
import dev.orrery.sim.workload.Load;
import dev.orrery.sim.workload.WorkloadConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A lock with clients in critical sections, all its checks on. */
public final class LockRun {
    public static final long MS = 1_000_000;
    public static final long SECOND = 1_000 * MS;

    public final Simulation simulation;
    public final History history;
    public final List<NodeId> servers = new ArrayList<>();
    public List<NodeId> clients = List.of();
    public final Cluster cluster;
    private final CriticalSection workload = new CriticalSection();

    /** @param nodes servers of the algorithm and the resource */
    public LockRun(SystemProvider provider, long seed, SimulationConfig config, int nodes, String... options) {
        List<NodeId> ids = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            ids.add(new NodeId(i, "n" + (i + 1)));
        }
        simulation = new Simulation(new Seed(seed), config);
        history = simulation.history();
        for (Check check : provider.checks()) {
            if (check instanceof Check.OnNodes onNodes) {
                simulation.watch(onNodes.make().get());
            }
        }
        cluster = provider.cluster(ids, Options.of(provider.options(), chosen(options)));
        simulation.observe(cluster.observer());
        for (NodeId id : ids) {
            servers.add(simulation.add(id.name(), cluster::server));
        }
    }

    private static Map<String, String> chosen(String... options) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            chosen.put(options[i], options[i + 1]);
        }
        return chosen;
    }

    /** A network of constant latency that loses nothing. */
    public static SimulationConfig calm(long latency) {
        return new SimulationConfig(
                new NetworkConfig(Distribution.constant(latency), Probability.NEVER, Probability.NEVER),
                DiskConfig.DEFAULT,
                1_000_000);
    }

    /** Latencies with a long tail; two in a hundred messages are lost, two doubled. */
    public static SimulationConfig weather() {
        return new SimulationConfig(
                new NetworkConfig(
                        Distribution.lognormal(2 * MS, 40 * MS), Probability.percent(2), Probability.percent(2)),
                DiskConfig.DEFAULT,
                1_000_000);
    }

    /** Adds clients that ask at once and think for an exponential time. */
    public LockRun clients(int count, long meanThink, long timeout, String... options) {
        Options known = Options.of(workload.options(), chosen(options));
        WorkloadConfig config = new WorkloadConfig(known, count, KeyDistribution.uniform(1), workload.mix());
        clients = Clients.add(
                        simulation,
                        cluster,
                        workload.workload(config),
                        new Load.Closed(count, Distribution.exponential(meanThink)),
                        timeout)
                .ids();
        return this;
    }

    public LockRun until(long time) {
        simulation.runUntil(time);
        return this;
    }

    public List<Violation> violations() {
        return simulation.violations();
    }

    /** What a check of the workload finds. */
    public CheckResult judge(String name, String... options) {
        for (Check check : workload.checks(Options.of(workload.options(), chosen(options)))) {
            if (check instanceof Check.OnHistory onHistory && check.name().equals(name)) {
                return onHistory.make().get().check(history);
            }
        }
        throw new AssertionError("the workload has no check " + name);
    }

    /** How many sections ended well. */
    public long sections() {
        return count("use", Operation.Outcome.OK);
    }

    public long count(String f, Operation.Outcome outcome) {
        return history.operations().stream()
                .filter(operation -> operation.f().equals(f) && operation.outcome() == outcome)
                .count();
    }

    /** How many messages of these kinds were sent. */
    public long sent(String... kinds) {
        return simulation.traffic().stream()
                .filter(traffic -> List.of(kinds).contains(traffic.kind()))
                .mapToLong(MessageTraffic::sent)
                .sum();
    }

    /** Runs until a client holds the lock. */
    public NodeId holder() {
        for (int step = 0; step < 10_000; step++) {
            for (NodeId client : clients) {
                if (simulation.role(client).equals("holder")) {
                    return client;
                }
            }
            until(simulation.now() + MS);
        }
        throw new AssertionError("nobody gets the lock");
    }
}
