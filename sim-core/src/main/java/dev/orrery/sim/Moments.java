package dev.orrery.sim;

import dev.orrery.sim.node.NodeId;

/** Told of the moments at which harm to a node does most. Whoever is told may kill the node at once. */
public interface Moments {
    /** The node is about to send a message; if it is killed now, that one and the rest of the handler are never sent. */
    default void sending(NodeId node) {}

    /** The node has issued a write, which is not durable before it is synced. */
    default void wrote(NodeId node) {}
}
