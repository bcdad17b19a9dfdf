package dev.orrery.scenarios.bench;

import dev.orrery.algorithms.raft.kv.RaftKv;
import dev.orrery.sim.Scrutiny;
import dev.orrery.sim.Simulation;
import dev.orrery.sim.SimulationConfig;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.disk.DiskConfig;
import dev.orrery.sim.network.NetworkConfig;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.KeyDistribution;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.system.Cluster;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.trace.TraceHeader;
import dev.orrery.sim.workload.Clients;
import dev.orrery.sim.workload.Load;
import dev.orrery.sim.workload.Register;
import dev.orrery.sim.workload.WorkloadConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Five servers of Raft and eight clients in a closed loop, no faults, all cheap invariants watched: what a whole simulation
 * takes for an event, and what a trace adds.
 */
final class RaftContests {
    private static final int SERVERS = 5;
    private static final int CLIENTS = 8;
    private static final long SECOND = 1_000_000_000;
    private static final long MEAN_LATENCY = 1_000_000;

    /** After this many events a run gives way to a new one, as in a sweep. */
    private static final long EVENTS_A_RUN = 500_000;

    private RaftContests() {}

    static List<Contest> all() {
        return List.of(
                new Contest("raft", () -> runs(Tracing.NONE), () -> Ping.bare(SERVERS)),
                new Contest("raft trace in memory", () -> runs(Tracing.MEMORY), () -> runs(Tracing.NONE)),
                new Contest("raft trace.jsonl on disk", () -> runs(Tracing.DISK), () -> runs(Tracing.NONE)),
                new Contest("raft set up and taken down", RaftContests::setUps, () -> runs(Tracing.NONE)));
    }

    private enum Tracing {
        NONE(0),
        MEMORY(1 << 20),
        /** With little in memory, so that the writing is part of the run and not left for its end. */
        DISK(1 << 12);

        private final int inMemory;

        Tracing(int inMemory) {
            this.inMemory = inMemory;
        }
    }

    /** One run after the other. */
    private static Workpiece runs(Tracing tracing) {
        List<Run> current = new ArrayList<>(List.of(Run.begin(1, tracing)));
        return events -> {
            long done = 0;
            while (done < events) {
                Run run = current.get(0);
                Simulation simulation = run.simulation();
                long before = simulation.digest().events();
                simulation.runUntil(simulation.now() + SECOND / 10);
                done += simulation.digest().events() - before;
                if (simulation.digest().events() > EVENTS_A_RUN) {
                    run.end();
                    current.set(0, Run.begin(simulation.seed().value() + 1, tracing));
                }
            }
            return done;
        };
    }

    /**
     * A simulation under way.
     *
     * @param trace where its trace goes; null if it has none on disk
     */
    private record Run(Simulation simulation, @Nullable OutputStream trace) {
        static Run begin(long seed, Tracing tracing) {
            Scrutiny scrutiny = Scrutiny.DEFAULT.tracing(tracing.inMemory);
            Simulation simulation = new Simulation(new Seed(seed), config(), scrutiny);
            OutputStream trace = tracing == Tracing.DISK ? unnamedFile() : null;
            if (trace != null) {
                simulation.streamTrace(header(seed), trace);
            }
            populate(simulation);
            return new Run(simulation, trace);
        }

        void end() {
            if (trace != null) {
                simulation.endTrace();
                try {
                    trace.close();
                } catch (IOException failed) {
                    throw new UncheckedIOException("the trace could not be written", failed);
                }
            }
        }
    }

    /** Counts simulations, not events: each is built, booted and dropped. */
    private static Workpiece setUps() {
        long[] seed = {0};
        return events -> {
            for (long i = 0; i < events; i++) {
                Run.begin(seed[0]++, Tracing.NONE).simulation().runUntil(0);
            }
            return events;
        };
    }

    private static void populate(Simulation simulation) {
        RaftKv raft = new RaftKv();
        for (Check check : raft.checks()) {
            if (check instanceof Check.OnNodes onNodes) {
                simulation.watch(onNodes.make().get());
            }
        }
        List<NodeId> servers = new ArrayList<>();
        for (int i = 0; i < SERVERS; i++) {
            servers.add(new NodeId(i, "n" + (i + 1)));
        }
        Cluster cluster = raft.cluster(servers, Options.initial(raft.options()));
        simulation.observe(cluster.observer());
        servers.forEach(server -> simulation.add(server.name(), cluster::server));
        Register register = new Register();
        WorkloadConfig workload = new WorkloadConfig(
                Options.initial(register.options()), CLIENTS, KeyDistribution.zipfian(16), register.mix());
        Load load = new Load.Closed(CLIENTS, Distribution.constant(0));
        Clients.add(simulation, cluster, register.workload(workload), load, SECOND);
    }

    private static SimulationConfig config() {
        NetworkConfig usual = NetworkConfig.DEFAULT;
        return new SimulationConfig(
                new NetworkConfig(Distribution.exponential(MEAN_LATENCY), usual.loss(), usual.duplicate()),
                DiskConfig.DEFAULT,
                SimulationConfig.DEFAULT.stepBudget());
    }

    private static TraceHeader header(long seed) {
        return new TraceHeader("bench", "bench", "", new Seed(seed), List.of(), new LinkedHashMap<>(), "");
    }

    /** On disk, and gone with its last stream. */
    private static OutputStream unnamedFile() {
        try {
            Path file = Files.createTempFile("orrery-bench", ".jsonl");
            return Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException failed) {
            throw new UncheckedIOException("no temporary file can be written for the trace", failed);
        }
    }
}
