package dev.orrery.sim.trace;

import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import java.util.List;

/**
 * Takes down what happens. Each event gets the next id, from 1, and as its cause the event during which it happened: 0
 * when it happened on nobody's account. Times are virtual nanoseconds.
 */
public final class TraceRecorder implements History.Listener {
    private final TraceLog log;
    private final Trace trace;
    private long cause;

    /**
     * A recorder at the beginning of a run.
     *
     * @param limit how many of the last events are kept in memory, at least 1
     */
    public TraceRecorder(int limit) {
        log = new TraceLog(limit);
        trace = new Trace(log);
    }

    /** What was recorded. */
    public Trace trace() {
        return trace;
    }

    /** The event during which things happen now. */
    public long cause() {
        return cause;
    }

    /** What happens from now on is caused by this event. */
    public void during(long event) {
        cause = event;
    }

    /** A node takes part; nodes come in the order of their indices. */
    public void joined(NodeId node) {
        trace.joined(node);
    }

    /** A message leaves; the id of this event is the message's number from then on. */
    public long sent(long at, NodeId from, NodeId to, Message message) {
        return log.append(at, TraceKind.SEND, from.index(), to.index(), cause, 0, message);
    }

    /** A message reaches its process, which handles it from now on. */
    public void received(long at, NodeId to, NodeId from, long message) {
        cause = log.append(at, TraceKind.RECV, to.index(), from.index(), message, message, null);
    }

    /** A message, or one copy of it, reaches nobody. */
    public void dropped(long at, long message, String why) {
        log.append(at, TraceKind.DROP, TraceLog.NOBODY, TraceLog.NOBODY, message, message, why);
    }

    /** The network made one more copy of a message. */
    public void duplicated(long at, long message) {
        log.append(at, TraceKind.DUP, TraceLog.NOBODY, TraceLog.NOBODY, message, message, null);
    }

    /** A timer was set; the id of this event is the cause of its firing. */
    public long timerSet(long at, NodeId node, String timer, long deadline) {
        return log.append(at, TraceKind.TIMER_SET, node.index(), TraceLog.NOBODY, cause, deadline, timer);
    }

    /** A timer fires, and its action runs from now on. */
    public void timerFired(long at, NodeId node, String timer, long set) {
        cause = log.append(at, TraceKind.TIMER_FIRE, node.index(), TraceLog.NOBODY, set, 0, timer);
    }

    /** An incarnation ends: by {@code kill}, {@code stop} or {@code remove}. */
    public void crashed(long at, NodeId node, String how) {
        log.append(at, TraceKind.CRASH, node.index(), TraceLog.NOBODY, cause, 0, how);
    }

    /** A node boots again, and does so from now on. */
    public void restarted(long at, NodeId node) {
        cause = log.append(at, TraceKind.RESTART, node.index(), TraceLog.NOBODY, cause, 0, null);
    }

    /** A node plays another part. */
    public void role(long at, NodeId node, String role) {
        log.append(at, TraceKind.STATE, node.index(), TraceLog.NOBODY, cause, 0, new Role(role));
    }

    /** A watched number of a node has changed. */
    public void state(long at, NodeId node, String name, long value) {
        log.append(at, TraceKind.STATE, node.index(), TraceLog.NOBODY, cause, value, name);
    }

    /** A note; {@code field} is empty when it has no number. */
    public void note(long at, NodeId node, String event, String field, long value) {
        log.append(at, TraceKind.NOTE, node.index(), TraceLog.NOBODY, cause, value, new Note(event, field));
    }

    /** A client asks; what it does in this handler from now on is caused by that. */
    @Override
    public void invoked(Operation operation) {
        cause = log.append(
                operation.invokedAt(), TraceKind.INVOKE, TraceLog.NOBODY, TraceLog.NOBODY, cause, 0, operation);
    }

    /** An operation is over; {@link Operation#outcome} says how. */
    @Override
    public void completed(Operation operation) {
        TraceKind kind = switch (operation.outcome()) {
            case OK -> TraceKind.OK;
            case FAIL -> TraceKind.FAIL;
            case INFO -> TraceKind.INFO;
            case OPEN -> throw new IllegalArgumentException("operation " + operation.index() + " is open");
        };
        log.append(operation.completedAt(), kind, TraceLog.NOBODY, TraceLog.NOBODY, cause, 0, operation);
    }

    /** A fault begins; what is done to the world from now on is caused by it. */
    public void fault(long at, TracedFault fault) {
        cause = log.append(at, TraceKind.FAULT, TraceLog.NOBODY, TraceLog.NOBODY, cause, 0, fault);
    }

    /** A fault ends; what is done to the world from now on is caused by that. */
    public void healed(long at, String id) {
        cause = log.append(at, TraceKind.HEAL, TraceLog.NOBODY, TraceLog.NOBODY, cause, 0, id);
    }

    /** A property does not hold. */
    public void violation(long at, String property, String message, List<NodeId> nodes) {
        Violation violation = new Violation(property, message, List.copyOf(nodes));
        log.append(at, TraceKind.VIOLATION, TraceLog.NOBODY, TraceLog.NOBODY, cause, 0, violation);
    }

    /** A node's part, told from the name of a number. */
    record Role(String name) {}

    /** A note's words. */
    record Note(String event, String field) {}

    /** What does not hold. */
    record Violation(String property, String message, List<NodeId> nodes) {}
}
