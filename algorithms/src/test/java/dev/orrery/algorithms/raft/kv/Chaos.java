package dev.orrery.algorithms.raft.kv;

import dev.orrery.sim.Simulation;
import dev.orrery.sim.SimulationConfig;
import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.disk.DiskConfig;
import dev.orrery.sim.network.NetworkConfig;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.random.RandomStream;
import dev.orrery.sim.random.Seed;
import java.util.ArrayList;
import java.util.List;

/** Faults at random on a cluster's servers, and a network that reorders, loses and doubles. All is healed at the end. */
final class Chaos {
    private static final long MS = KvRun.MS;

    private final Simulation simulation;
    private final List<NodeId> servers;
    private final RandomStream random;
    private final boolean disks;

    private Chaos(KvRun run, long seed, boolean disks) {
        this.simulation = run.simulation;
        this.servers = run.servers;
        this.random = new RandomStream(new Seed(seed).key("chaos"));
        this.disks = disks;
    }

    /** Latencies with a long tail, a slow disk; two in a hundred messages are lost, two doubled. */
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

    /** Strikes again and again until a time. */
    static void on(KvRun run, long seed, long until, boolean disks) {
        Chaos chaos = new Chaos(run, seed, disks);
        for (long at = chaos.gap(); at < until; at += chaos.gap()) {
            run.simulation.at(at, chaos::strike);
        }
        run.simulation.at(until, chaos::heal);
    }

    private long gap() {
        return random.between(MS, 300 * MS);
    }

    private void strike() {
        NodeId victim = random.pick(servers);
        switch (random.below(disks ? 12 : 8)) {
            case 0, 1 -> killAndRestart(victim);
            case 2 -> killLeader();
            case 3 -> partition();
            case 4 -> simulation.healNetwork();
            case 5 -> {
                simulation.pause(victim);
                simulation.at(simulation.now() + random.between(MS, 600 * MS), () -> simulation.resume(victim));
            }
            case 6 -> killAll();
            case 7 -> simulation.jumpClock(victim, random.between(-1000 * MS, 1000 * MS));
            case 8 -> simulation.diskFaults(victim).full(random.below(2) == 0);
            case 9 ->
                simulation
                        .diskFaults(victim)
                        .syncErrors(random.below(2) == 0 ? Probability.percent(30) : Probability.NEVER);
            case 10 -> {
                simulation.diskFaults(victim).stall();
                simulation.at(
                        simulation.now() + random.between(MS, 800 * MS),
                        () -> simulation.diskFaults(victim).resume());
            }
            default -> simulation.diskFaults(victim).heal();
        }
    }

    private void killAndRestart(NodeId victim) {
        simulation.kill(victim, random.below(4) == 0 ? CrashPolicy.KEEP : CrashPolicy.LOSE_UNSYNCED);
        simulation.at(simulation.now() + random.between(0, 400 * MS), () -> simulation.restart(victim));
    }

    private void killLeader() {
        for (NodeId server : servers) {
            if (simulation.role(server).equals("leader")) {
                killAndRestart(server);
            }
        }
    }

    private void killAll() {
        for (NodeId server : servers) {
            killAndRestart(server);
        }
    }

    private void partition() {
        List<NodeId> one = new ArrayList<>();
        for (NodeId server : servers) {
            if (random.below(2) == 0) {
                one.add(server);
            }
        }
        simulation.partition(List.of(one));
    }

    private void heal() {
        simulation.healNetwork();
        for (NodeId server : servers) {
            simulation.diskFaults(server).heal();
            simulation.resume(server);
            simulation.restart(server);
        }
    }
}
