package dev.orrery.sim.fault;

import dev.orrery.sim.Simulation;
import dev.orrery.sim.node.NodeId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is who in a simulation: servers, and clients. Nodes that were removed are nobody any more. */
final class Roster {
    private final Simulation simulation;
    private final List<NodeId> all = new ArrayList<>();
    private final BitSet servers = new BitSet();

    Roster(Simulation simulation) {
        this.simulation = simulation;
    }

    void addServer(NodeId node) {
        all.add(node);
        servers.set(node.index());
    }

    void addClient(NodeId node) {
        all.add(node);
    }

    /** The servers, in the order in which they came. */
    List<NodeId> servers() {
        return all.stream()
                .filter(node -> isServer(node) && !simulation.isRemoved(node))
                .toList();
    }

    List<NodeId> clients() {
        return all.stream()
                .filter(node -> !isServer(node) && !simulation.isRemoved(node))
                .toList();
    }

    boolean isServer(NodeId node) {
        return servers.get(node.index());
    }

    boolean isUp(NodeId node) {
        return simulation.process(node) != null;
    }

    /** The node of this name, or null. */
    @Nullable
    NodeId named(String name) {
        for (NodeId node : all) {
            if (node.name().equals(name)) {
                return simulation.isRemoved(node) ? null : node;
            }
        }
        return null;
    }

    /** The first of n1, n2, … that no node ever had. */
    String freeName() {
        int number = 1;
        while (isTaken("n" + number)) {
            number++;
        }
        return "n" + number;
    }

    /** Whether a node has this name, or had it before it was removed. */
    boolean isTaken(String name) {
        return all.stream().anyMatch(node -> node.name().equals(name));
    }
}
