package dev.orrery.sim.trace;

import dev.orrery.sim.node.NodeId;
import java.util.List;

/**
 * A fault as a trace tells of it.
 *
 * @param id unique in its run, such as {@code f1}
 * @param op its kind in the scenario language's words, such as {@code partition}
 * @param what what it does and to whom, in plain words
 * @param nodes whom it is about
 * @param groups the sides of a partition; empty for other faults
 * @param until virtual nanoseconds at which it will end: those at which it begins if it happens at one instant, and
 *     {@link #OPEN} if nobody knows yet
 */
public record TracedFault(
        String id, String op, String what, List<NodeId> nodes, List<List<NodeId>> groups, long until) {
    /** The end of a fault that lasts, nobody knows how long. */
    public static final long OPEN = -1;

    public TracedFault {
        nodes = List.copyOf(nodes);
        groups = List.copyOf(groups);
    }

    /** A fault that is no partition. */
    public TracedFault(String id, String op, String what, List<NodeId> nodes, long until) {
        this(id, op, what, nodes, List.of(), until);
    }
}
