package dev.orrery.sim.trace;

import dev.orrery.sim.history.Operation;
import dev.orrery.sim.node.NodeId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an event as its line: the keys of each kind always in the same order. */
final class TraceLine {
    private final TraceLog log;
    private final List<NodeId> nodes;
    private final ValueText values = new ValueText(false);

    TraceLine(TraceLog log, List<NodeId> nodes) {
        this.log = log;
        this.nodes = nodes;
    }

    void write(long id, JsonText out) {
        TraceKind kind = log.kind(id);
        Object object = log.object(id);
        out.raw("{\"i\":").number(id).raw(",\"t\":").number(log.time(id));
        String node = object instanceof Operation operation ? operation.client() : name(log.node(id));
        if (node != null) {
            out.raw(",\"n\":").string(node);
        }
        out.raw(",\"k\":\"").raw(kind.word()).raw('"');
        writeRest(id, kind, object, out);
        out.raw(",\"cause\":").number(log.cause(id)).raw("}\n");
    }

    private void writeRest(long id, TraceKind kind, @Nullable Object object, JsonText out) {
        switch (kind) {
            case SEND -> {
                out.raw(",\"m\":").number(id);
                text("to", name(log.peer(id)), out);
                text("type", object == null ? "" : object.getClass().getSimpleName(), out);
                value("body", object, out);
            }
            case RECV -> {
                out.raw(",\"m\":").number(log.number(id));
                text("from", name(log.peer(id)), out);
            }
            case DROP -> {
                out.raw(",\"m\":").number(log.number(id));
                value("why", object, out);
            }
            case DUP -> out.raw(",\"m\":").number(log.number(id));
            case TIMER_SET -> {
                value("timer", object, out);
                out.raw(",\"at\":").number(log.number(id));
            }
            case TIMER_FIRE -> value("timer", object, out);
            case CRASH -> value("how", object, out);
            case HEAL -> value("id", object, out);
            case RESTART, END -> {}
            default -> writeReport(id, object, out);
        }
    }

    private void writeReport(long id, @Nullable Object object, JsonText out) {
        if (object instanceof TraceRecorder.Role role) {
            text("role", role.name(), out);
        } else if (object instanceof String state) {
            boolean term = state.equals("term");
            out.raw(term ? "," : ",\"d\":{").string(state).raw(':').number(log.number(id));
            out.raw(term ? "" : "}");
        } else if (object instanceof TraceRecorder.Note note) {
            text("event", note.event(), out);
            if (!note.field().isEmpty()) {
                out.raw(",\"d\":{")
                        .string(note.field())
                        .raw(':')
                        .number(log.number(id))
                        .raw('}');
            }
        } else if (object instanceof Operation operation) {
            writeOperation(log.kind(id), operation, out);
        } else if (object instanceof TracedFault fault) {
            writeFault(fault, out);
        } else if (object instanceof TraceRecorder.Violation violation) {
            text("prop", violation.property(), out);
            text("msg", violation.message(), out);
            value("nodes", violation.nodes(), out);
        }
    }

    private void writeOperation(TraceKind kind, Operation operation, JsonText out) {
        out.raw(",\"op\":").number(operation.index());
        out.raw(",\"process\":").number(operation.process());
        text("f", operation.f(), out);
        if (operation.key() != null) {
            value("key", operation.key(), out);
        }
        switch (kind) {
            case INVOKE -> value("value", operation.input(), out);
            case OK -> value("value", operation.output(), out);
            default -> value("why", operation.error(), out);
        }
    }

    private void writeFault(TracedFault fault, JsonText out) {
        text("id", fault.id(), out);
        text("op", fault.op(), out);
        if (!fault.groups().isEmpty()) {
            value("groups", fault.groups(), out);
        }
        value("nodes", fault.nodes(), out);
        text("what", fault.what(), out);
        if (fault.until() != TracedFault.OPEN) {
            out.raw(",\"until\":").number(fault.until());
        }
    }

    private void value(String key, @Nullable Object value, JsonText out) {
        out.raw(",\"").raw(key).raw("\":");
        values.write(value, out);
    }

    private static void text(String key, @Nullable String text, JsonText out) {
        out.raw(",\"").raw(key).raw("\":").string(text == null ? "" : text);
    }

    private @Nullable String name(int node) {
        return node == TraceLog.NOBODY ? null : nodes.get(node).name();
    }
}
