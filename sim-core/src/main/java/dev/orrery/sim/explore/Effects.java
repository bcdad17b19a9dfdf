package dev.orrery.sim.explore;

import dev.orrery.sim.node.NodeId;

/** What a node that runs alone does to the rest of the world. */
interface Effects {
    /** What nobody looks at. */
    Effects NONE = envelope -> {};

    /** A message leaves. */
    void sent(Envelope envelope);

    /** The node reports its part. */
    default void role(NodeId node, String role) {}

    /** The node reports a number. */
    default void state(NodeId node, String name, long value) {}

    /** The node notes something. */
    default void note(NodeId node, String event, String field, long value) {}
}
