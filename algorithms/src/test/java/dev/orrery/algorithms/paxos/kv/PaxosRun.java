package dev.orrery.algorithms.paxos.kv;

import dev.orrery.algorithms.paxos.multi.MultiPaxosServer;
import dev.orrery.sim.Simulation;
import dev.orrery.sim.SimulationConfig;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.Witness;
import dev.orrery.sim.disk.DiskConfig;
import dev.orrery.sim.history.History;
import dev.orrery.sim.network.NetworkConfig;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.KeyDistribution;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.system.Cluster;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.workload.Clients;
import dev.orrery.sim.workload.Load;
import dev.orrery.sim.workload.OperationMix;
import dev.orrery.sim.workload.Register;
import dev.orrery.sim.workload.WorkloadConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A cluster of {@code multi-paxos-kv} with clients on registers, all its checks on. */
final class PaxosRun {
    static final long MS = 1_000_000;
    static final long SECOND = 1_000 * MS;

    final Simulation simulation;
    final History history;
    final List<NodeId> servers = new ArrayList<>();
    final Cluster cluster;
    Witness witness = Witness.NONE;
    private final Register register = new Register();
    private final Seed seed;

    PaxosRun(long seed, SimulationConfig config, int size, String... options) {
        this.seed = new Seed(seed);
        MultiPaxosKv provider = new MultiPaxosKv();
        Map<String, String> chosen = new LinkedHashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            chosen.put(options[i], options[i + 1]);
        }
        List<NodeId> ids = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            ids.add(new NodeId(i, "n" + (i + 1)));
        }
        simulation = new Simulation(this.seed, config);
        history = simulation.history();
        for (Check check : provider.checks()) {
            if (check instanceof Check.OnNodes onNodes) {
                simulation.watch(onNodes.make().get());
            }
        }
        cluster = provider.cluster(ids, Options.of(provider.options(), chosen));
        simulation.observe(cluster.observer());
        for (NodeId id : ids) {
            servers.add(simulation.add(id.name(), cluster::server));
        }
    }

    /** Adds clients that ask at once; a client thinks for an exponential time. */
    PaxosRun clients(int count, long meanThink, long timeout) {
        Load load = new Load.Closed(count, Distribution.exponential(meanThink));
        Map<String, Long> mix = new LinkedHashMap<>();
        mix.put("read", 5L);
        mix.put("write", 3L);
        mix.put("cas", 2L);
        mix.put("delete", 1L);
        WorkloadConfig config = new WorkloadConfig(
                Options.initial(register.options()), count, KeyDistribution.uniform(4), new OperationMix(mix));
        witness = Clients.add(simulation, cluster, register.workload(config), load, timeout)
                .witness();
        return this;
    }

    /** Latencies with a long tail; two in a hundred messages are lost, two doubled. */
    static SimulationConfig weather() {
        return new SimulationConfig(
                new NetworkConfig(
                        Distribution.lognormal(2 * MS, 40 * MS), Probability.percent(2), Probability.percent(2)),
                new DiskConfig(
                        Distribution.constant(MS / 10),
                        Distribution.constant(MS / 50),
                        Distribution.lognormal(2 * MS, 30 * MS),
                        Long.MAX_VALUE),
                1_000_000);
    }

    CheckResult linearizable() {
        for (Check check : register.checks(Options.initial(register.options()))) {
            if (check instanceof Check.OnHistory onHistory) {
                return onHistory.make().get().check(history);
            }
        }
        throw new AssertionError("the register workload has a check");
    }

    /** The process that a server runs now. */
    MultiPaxosServer server(NodeId id) {
        return (MultiPaxosServer) Objects.requireNonNull(simulation.process(id));
    }

    /** A server that leads now. */
    NodeId leader() {
        for (NodeId server : servers) {
            if (simulation.role(server).equals("leader")) {
                return server;
            }
        }
        throw new AssertionError("seed " + seed + ": nobody leads");
    }
}
