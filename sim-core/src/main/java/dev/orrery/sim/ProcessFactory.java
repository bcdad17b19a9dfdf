package dev.orrery.sim;

import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Process;

/** Builds a node's process, anew for each boot. */
@FunctionalInterface
public interface ProcessFactory {
    /**
     * A process with nothing in its fields but what it was configured with.
     *
     * @param host of the incarnation that boots
     */
    Process create(Host host);
}
