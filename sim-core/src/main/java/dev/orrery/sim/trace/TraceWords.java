package dev.orrery.sim.trace;

import dev.orrery.sim.history.Operation;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.time.Durations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts events into words, for error messages. */
final class TraceWords {
    private final TraceLog log;
    private final List<NodeId> nodes;
    private final ValueText values = new ValueText(false);

    TraceWords(TraceLog log, List<NodeId> nodes) {
        this.log = log;
        this.nodes = nodes;
    }

    String of(long id) {
        return Durations.format(log.time(id)) + " " + what(id);
    }

    private String what(long id) {
        Object object = log.object(id);
        String node = log.node(id) == TraceLog.NOBODY ? "" : name(log.node(id));
        return switch (log.kind(id)) {
            case SEND -> node + " sends " + message(id) + " to " + name(log.peer(id));
            case RECV -> node + " receives " + message(log.number(id)) + " from " + name(log.peer(id));
            case DROP -> message(log.number(id)) + " is lost: " + object;
            case DUP -> message(log.number(id)) + " is doubled";
            case TIMER_SET -> node + " sets timer " + object + " to " + Durations.format(log.number(id));
            case TIMER_FIRE -> node + "'s timer " + object + " fires";
            case CRASH -> node + " is down: " + object;
            case RESTART -> node + " boots again";
            case HEAL -> "fault " + object + " ends";
            default -> report(id, node, object);
        };
    }

    private String report(long id, String node, @Nullable Object object) {
        if (object instanceof TraceRecorder.Role role) {
            return node + " is " + role.name();
        } else if (object instanceof TraceRecorder.Note note) {
            String number = note.field().isEmpty() ? "" : ", " + note.field() + " " + log.number(id);
            return node + " notes " + note.event() + number;
        } else if (object instanceof Operation operation) {
            return operation(log.kind(id), operation);
        } else if (object instanceof TracedFault fault) {
            return "fault " + fault.id() + ", " + fault.op() + ": " + fault.what();
        } else if (object instanceof TraceRecorder.Violation violation) {
            return violation.property() + " is violated: " + violation.message();
        }
        return node + " has " + object + " " + log.number(id);
    }

    private String operation(TraceKind kind, Operation operation) {
        String what = operation.f() + (operation.key() == null ? "" : " of " + values.text(operation.key()));
        return operation.client()
                + switch (kind) {
                    case INVOKE -> " asks for " + what + ", " + values.text(operation.input());
                    case OK -> " is told of its " + what + ": " + values.text(operation.output());
                    case FAIL -> " fails with its " + what + ": " + operation.error();
                    default -> " does not know of its " + what + ": " + operation.error();
                };
    }

    /** A message by its send, if that is still in memory. */
    private String message(long send) {
        Object message = log.has(send) ? log.object(send) : null;
        return message == null ? "message " + send : message.getClass().getSimpleName() + " " + values.text(message);
    }

    private String name(int node) {
        return nodes.get(node).name();
    }
}
