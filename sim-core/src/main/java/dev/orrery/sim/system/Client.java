package dev.orrery.sim.system;

import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;

/**
 * The end of a system that asks. It lives inside a client's process, whose workload gives it one operation at a time, and
 * it knows whom to ask, when to ask again and what an answer means.
 */
public interface Client {

    /**
     * Starts an operation.
     *
     * @param invocation what to ask for, one of the system's {@link SystemProvider#operations}
     * @param timeoutNanos when to give up, by the client's own clock; more than 0
     * @param completion told exactly once how it ended, at the latest when the time-out is over
     */
    void invoke(Invocation invocation, long timeoutNanos, Completion completion);

    /** A message came that answers no request; by default it is passed over. */
    default void receive(NodeId from, Message message) {}

    /** A link refused a message at once; by default that is as good as its loss. */
    default void refused(NodeId to, Message message) {}
}
