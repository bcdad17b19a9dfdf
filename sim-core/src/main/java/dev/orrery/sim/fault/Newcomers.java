package dev.orrery.sim.fault;

import dev.orrery.sim.node.NodeId;
import org.jspecify.annotations.Nullable;

/** Adds servers to a running simulation, for faults of the membership. */
@FunctionalInterface
public interface Newcomers {
    /**
     * Adds a server to the simulation and boots it.
     *
     * @param name of a node that is not there yet
     * @param zone where it stands, or null
     */
    NodeId add(String name, @Nullable String zone);
}
