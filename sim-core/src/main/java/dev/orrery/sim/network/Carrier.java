package dev.orrery.sim.network;

import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;

/**
 * Makes happen what a network decides. What it is told of a message comes with the tag and the number that the message was
 * sent with, which mean nothing to the network.
 */
public interface Carrier {
    /**
     * A message arrives.
     *
     * @param identity of the message, the same for all its copies, independent of its content
     * @param delay from now, in nanoseconds
     */
    void arrive(NodeId to, Message message, long tag, long number, long identity, long delay);

    /** One more copy of a message arrives; by default as any other. */
    default void duplicate(NodeId to, Message message, long tag, long number, long identity, long delay) {
        arrive(to, message, tag, number, identity, delay);
    }

    /**
     * A message arrives so damaged that it is thrown away at once; by default it just never arrives.
     *
     * @param why as the trace has it, such as {@code corrupt:f3}
     */
    default void arriveDamaged(
            NodeId to, Message message, long tag, long number, long identity, long delay, String why) {}

    /**
     * A message is lost on its way.
     *
     * @param why as the trace has it, such as {@code loss}, {@code partition:f1}, {@code queue-full:f2}
     */
    default void lost(Message message, long number, long identity, String why) {}

    /** A link refuses a message, and its sender is to be told at once. */
    default void refuse(NodeId from, NodeId to, Message message, long tag, long number, long identity, String why) {}

    /** Something is to be done later, on nobody's account; by default it never is. */
    default void later(long delay, Runnable action) {}
}
