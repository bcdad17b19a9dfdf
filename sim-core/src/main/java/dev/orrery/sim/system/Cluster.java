package dev.orrery.sim.system;

import dev.orrery.sim.Observer;
import dev.orrery.sim.check.StallReason;
import dev.orrery.sim.check.Witness;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.List;

/** A system in one run: builds its processes, and knows what went on among them. */
public interface Cluster {

    /** Builds a server's process; asked anew at each boot of each server, also of one that joins while the run goes on. */
    Process server(Host host);

    /** Builds a client's end of the system; asked anew at each boot of each client. */
    Client client(Host host);

    /**
     * Groups of servers of which it does not matter which does what: a search over all states looks at one of those states
     * that differ only in that. By default no two are alike.
     */
    default List<List<NodeId>> alike() {
        return List.of();
    }

    /** Told what the processes report during the run; by default nobody listens. */
    default Observer observer() {
        return new Observer() {};
    }

    /**
     * Where an operation took effect, told after the run: its place in an order of all operations of the run, such as the
     * index in a replicated log. By default nobody knows.
     *
     * @param name what the client's end called it ({@link Completion#goesBy})
     * @return at least 0, or {@link Witness#NOWHERE}
     */
    default long placeOf(Object name) {
        return Witness.NOWHERE;
    }

    /** Says after the run why nobody was answered for a while; by default it sees no reason. */
    default StallReason stallReason() {
        return (from, to) -> null;
    }
}
