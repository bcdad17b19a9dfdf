package dev.orrery.sim.fault;

import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.trace.TracedFault;
import java.util.List;

/** One fault that has begun: numbered, aimed at named nodes, with nothing left to be drawn. */
final class Occurrence {
    /** How long a fault lasts of which nobody knows the end. */
    static final long OPEN = -1;

    final int number;
    final Fault fault;
    final long at;
    /** In nanoseconds, or {@link #OPEN}. */
    final long length;

    final List<NodeId> nodes;
    /** The groups of a partition; else empty. */
    final List<List<NodeId>> groups;
    /** The same, with the servers that are in none of them. */
    private final List<List<NodeId>> sides;

    final String what;
    Effect effect = Effect.DONE;
    /** When it was over; {@link #OPEN} while it is not. */
    long until = OPEN;
    /** How many nodes it took down that are not back. */
    int away;

    Occurrence(int number, Resolution.Resolved resolved, long at, long length) {
        this.number = number;
        this.fault = resolved.fault();
        this.at = at;
        this.length = length;
        this.nodes = resolved.nodes();
        this.groups = resolved.groups();
        this.sides = resolved.sides();
        this.what = Words.of(fault, nodes, sides);
    }

    String id() {
        return "f" + number;
    }

    /** What to call it when it loses a message. */
    String why() {
        return fault.kind() + ":" + id();
    }

    TracedFault traced() {
        long end = length == OPEN ? TracedFault.OPEN : at + length;
        return new TracedFault(id(), fault.kind(), what, nodes, sides, end);
    }
}
