package dev.orrery.sim.workload;

import dev.orrery.sim.ProcessFactory;
import dev.orrery.sim.Simulation;
import dev.orrery.sim.check.Witness;
import dev.orrery.sim.history.ClientRecorder;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.system.Cluster;
import dev.orrery.sim.time.Durations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clients of one run, {@code c1}, {@code c2} and so on, and what they share. */
public final class Clients {
    private final Simulation simulation;
    private final long timeoutNanos;
    private final Cluster cluster;
    private final List<NodeId> ids = new ArrayList<>();
    /** By operation: what the system calls it, or null. */
    private final List<@Nullable Object> names = new ArrayList<>();

    /** Adds a client to a simulation and boots it. */
    @FunctionalInterface
    public interface Arrival {
        /** Adds one. */
        NodeId add(String name, ProcessFactory client);
    }

    private Clients(Simulation simulation, Cluster cluster, long timeoutNanos) {
        this.simulation = simulation;
        this.cluster = cluster;
        this.timeoutNanos = timeoutNanos;
    }

    /**
     * Adds the clients to a simulation that holds the servers already; they begin to ask at once. Its
     * history takes in every operation.
     *
     * @param timeoutNanos when a client gives an operation up, by its own clock; more than 0
     * @throws IllegalArgumentException if the time-out is none
     */
    public static Clients add(Simulation simulation, Cluster cluster, Workload workload, Load load, long timeoutNanos) {
        return add(simulation, cluster, workload, load, timeoutNanos, List.of(), simulation::add);
    }

    /**
     * As {@link #add(Simulation, Cluster, Workload, Load, long)}, with somebody else to say what clocks the clients have.
     *
     * @param only the operations that are asked for, while all others are passed over; empty: all are
     * @param arrival adds a client to the simulation
     */
    public static Clients add(
            Simulation simulation,
            Cluster cluster,
            Workload workload,
            Load load,
            long timeoutNanos,
            List<Turn> only,
            Arrival arrival) {
        if (timeoutNanos <= 0) {
            throw new IllegalArgumentException("a client cannot give up after " + Durations.format(timeoutNanos));
        }
        Clients clients = new Clients(simulation, cluster, timeoutNanos);
        for (int number = 0; number < load.clients(); number++) {
            String name = "c" + (number + 1);
            ClientRecorder recorder = new ClientRecorder(simulation.history(), name, number, load.clients());
            ClientPace pace =
                    new ClientPace(load, number, () -> simulation.chance().value(), ClientPace.turns(only, name));
            clients.ids.add(arrival.add(name, host -> clients.generator(host, cluster, workload, pace, recorder)));
        }
        return clients;
    }

    private LoadGenerator generator(
            Host host, Cluster cluster, Workload workload, ClientPace pace, ClientRecorder recorder) {
        return new LoadGenerator(host, cluster.client(host), workload, pace, recorder, this);
    }

    /** In order of their numbers. */
    public List<NodeId> ids() {
        return List.copyOf(ids);
    }

    /** Where operations took effect, as the system tells; to be asked when the run is over. */
    public Witness witness() {
        return operation -> {
            Object name = operation < names.size() ? names.get(operation) : null;
            return name == null ? Witness.NOWHERE : cluster.placeOf(name);
        };
    }

    void named(int operation, Object name) {
        while (names.size() <= operation) {
            names.add(null);
        }
        names.set(operation, name);
    }

    /** True virtual time, which only the history sees. */
    long now() {
        return simulation.now();
    }

    long timeoutNanos() {
        return timeoutNanos;
    }
}
