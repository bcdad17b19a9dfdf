package dev.orrery.algorithms.lock.system;

import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.RandomStream;
import dev.orrery.sim.random.Seed;
import java.util.ArrayList;
import java.util.List;

/** Faults at random on servers and clients of a lock. All is healed at the end. */
public final class LockChaos {
    private static final long MS = LockRun.MS;

    private final LockRun run;
    private final RandomStream random;
    private final boolean crashes;

    private LockChaos(LockRun run, long seed, boolean crashes) {
        this.run = run;
        this.crashes = crashes;
        random = new RandomStream(new Seed(seed).key("chaos"));
    }

    /** Strikes again and again until a time, kills among it; the resource is spared. */
    public static void on(LockRun run, long seed, long until) {
        new LockChaos(run, seed, true).begin(until);
    }

    /** The same, but servers are only paused and cut off, and clients killed. */
    public static void withoutCrashesOfServers(LockRun run, long seed, long until) {
        new LockChaos(run, seed, false).begin(until);
    }

    private void begin(long until) {
        for (long at = gap(); at < until; at += gap()) {
            run.simulation.at(at, this::strike);
        }
        run.simulation.at(until, this::heal);
    }

    private long gap() {
        return random.between(MS, 600 * MS);
    }

    private List<NodeId> locking() {
        return run.servers.subList(0, run.servers.size() - 1);
    }

    private void strike() {
        switch (random.below(6)) {
            case 0 -> pause(random.pick(locking()));
            case 1 -> pause(random.pick(run.clients));
            case 2 -> partition();
            case 3 -> run.simulation.healNetwork();
            case 4 -> kill(random.pick(run.clients));
            default -> {
                if (crashes) {
                    kill(random.pick(locking()));
                } else {
                    run.simulation.jumpClock(random.pick(locking()), random.between(-1000 * MS, 1000 * MS));
                }
            }
        }
    }

    private void pause(NodeId node) {
        run.simulation.pause(node);
        run.simulation.at(run.simulation.now() + random.between(MS, 1500 * MS), () -> run.simulation.resume(node));
    }

    private void kill(NodeId node) {
        run.simulation.kill(node, CrashPolicy.LOSE_UNSYNCED);
        run.simulation.at(run.simulation.now() + random.between(0, 400 * MS), () -> run.simulation.restart(node));
    }

    private void partition() {
        List<NodeId> one = new ArrayList<>();
        for (NodeId server : run.servers) {
            if (random.below(2) == 0) {
                one.add(server);
            }
        }
        run.simulation.partition(List.of(one));
    }

    private void heal() {
        run.simulation.healNetwork();
        List<NodeId> all = new ArrayList<>(run.servers);
        all.addAll(run.clients);
        for (NodeId node : all) {
            run.simulation.resume(node);
            run.simulation.restart(node);
        }
    }
}
