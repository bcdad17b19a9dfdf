package dev.orrery.sim.explore;

import dev.orrery.sim.ProcessFactory;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.node.NodeId;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is explored.
 *
 * @param nodes all of them, by index
 * @param servers how many of them, from the first on, may crash and have time-outs; the others are clients
 * @param processes makes the nodes' factories, by index, for one more enactment: two that it makes share nothing
 * @param invariants what must hold, each made anew as often as it takes
 * @param alike groups of nodes of which it does not matter which does what; disjoint
 */
public record Model(
        List<NodeId> nodes,
        int servers,
        Supplier<List<ProcessFactory>> processes,
        List<Supplier<Invariant>> invariants,
        List<List<NodeId>> alike) {
    /** Keeps copies. */
    public Model {
        nodes = List.copyOf(nodes);
        invariants = List.copyOf(invariants);
        alike = alike.stream().map(List::copyOf).toList();
        if (nodes.isEmpty() || servers > nodes.size() || nodes.size() > MOST_NODES) {
            throw new IllegalArgumentException("1 to " + MOST_NODES + " nodes can be explored");
        }
    }

    /** More than can ever be exhausted. */
    public static final int MOST_NODES = 31;

    /** The same with no two nodes alike. */
    public Model withoutSymmetry() {
        return new Model(nodes, servers, processes, invariants, List.of());
    }
}
