package dev.orrery.sim;

import dev.orrery.sim.node.NodeId;

/** Told what the processes report of themselves and when they are gone, at the virtual time at which it happens. */
public interface Observer {
    /** A node plays another part from now on. */
    default void role(NodeId node, String role, long at) {}

    /** A node's process is gone, killed or stopped; it plays no part until it reports one again. */
    default void down(NodeId node, long at) {}

    /** A watched number of a node has changed. */
    default void state(NodeId node, String name, long value, long at) {}

    /** Something happened; {@code field} is empty when the note has no number. */
    default void note(NodeId node, String event, String field, long value, long at) {}
}
