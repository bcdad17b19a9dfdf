package dev.orrery.sim.node;

import dev.orrery.sim.disk.Disk;
import dev.orrery.sim.metrics.Metrics;
import dev.orrery.sim.random.RandomStream;

/**
 * All that a process can see and do. A host belongs to one incarnation of one node: after a crash, calls on the old
 * host have no effect.
 */
public interface Host {
    /** The node that this process runs on. */
    NodeId self();

    /**
     * Sends a message; it may be lost, late, doubled or out of order, as the network is.
     *
     * @param to any node of the simulation, also this one
     * @param message immutable; see {@link Message}
     */
    void send(NodeId to, Message message);

    /**
     * Sends a request and waits for the answer, without blocking.
     *
     * @param to whom to ask
     * @param request immutable; see {@link Message}
     * @param timeoutNanos how long to wait by the node's own clock, more than 0
     * @param response told once how it ended, unless this incarnation ends before
     */
    void request(NodeId to, Message request, long timeoutNanos, Response response);

    /**
     * Makes a timer, not yet set. A process makes its timers once and sets them again and again.
     *
     * @param name as it shows in the trace, such as {@code election}
     * @param action what to do when it fires
     */
    Timer timer(String name, Runnable action);

    /**
     * Does something once, later, on the node's own clock.
     *
     * @param name as it shows in the trace
     * @param delayNanos at least 0
     * @param action what to do
     */
    default void after(String name, long delayNanos, Runnable action) {
        timer(name, action).set(delayNanos);
    }

    /** This node's clocks. */
    Clock clock();

    /** This node's disk, which outlives the incarnation. */
    Disk disk();

    /** This node's own random stream; no other node's draws shift it. */
    RandomStream random();

    /** The run's metrics; what a process counts is labelled with its node. */
    Metrics metrics();

    /**
     * Reports the part this node plays now, in the words of the algorithm's paper and in lower case: {@code leader},
     * {@code follower}, {@code candidate}, {@code holder}. Faults may aim at a role, reports draw it over time.
     */
    void role(String role);

    /**
     * Reports a number of this node's state that people want to watch, such as {@code term} or {@code commit}. Reporting
     * the value it already has costs nothing and leaves no trace.
     */
    void state(String name, long value);

    /** Notes that something happened which people, triggers and goals may wait for, such as {@code leader-elected}. */
    void note(String event);

    /** A note with a number, such as {@code leader-elected} with {@code term} 3. */
    void note(String event, String field, long value);
}
