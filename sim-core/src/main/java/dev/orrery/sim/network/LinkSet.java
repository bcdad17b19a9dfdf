package dev.orrery.sim.network;

import dev.orrery.sim.node.NodeId;

/** Some of the links of a network, each of which leads one way. A link from a node to itself is never asked for. */
@FunctionalInterface
public interface LinkSet {
    /** Whether the link from one node to another is among them; the same answer whenever it is asked. */
    boolean contains(NodeId from, NodeId to);
}
