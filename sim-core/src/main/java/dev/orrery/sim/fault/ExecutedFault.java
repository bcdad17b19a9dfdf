package dev.orrery.sim.fault;

import dev.orrery.sim.node.NodeId;
import java.util.List;

/**
 * A fault that happened.
 *
 * @param id {@code f1}, {@code f2}, … in the order of their beginning
 * @param planned the same fault as part of a plan that leaves nothing open: its time absolute, its length as it was drawn,
 *     its targets named
 * @param at when it began, in virtual nanoseconds
 * @param until when it was over, in virtual nanoseconds; the time of its beginning if it happened at once, and
 *     {@link #NEVER} if it was not over by the end of the run
 * @param nodes whom it hit
 * @param what it did, in plain words, such as {@code n1 is cut off from n2 and n3}
 */
public record ExecutedFault(String id, PlannedFault planned, long at, long until, List<NodeId> nodes, String what) {
    /** The end of a fault that did not end. */
    public static final long NEVER = -1;

    /** Copies the list. */
    public ExecutedFault {
        nodes = List.copyOf(nodes);
    }
}
