package dev.orrery.sim.history;

import dev.orrery.sim.history.Operation.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a history as Jepsen's {@code history.edn}: one map a line, one line an event, so that Knossos, Elle and the tools
 * around them read it.
 *
 * <pre>{@code
 * {:index 0, :time 12250000, :type :invoke, :process 0, :f :write, :value ["x" 3]}
 * {:index 1, :time 14000000, :type :ok, :process 0, :f :write, :value ["x" 3]}
 * }</pre>
 *
 * <p>Times are virtual nanoseconds. The value of an operation on a key is {@code [key value]}, of a compare-and-set
 * {@code [from to]}. A completion repeats the input where there was one, and holds the answer otherwise. A compare-and-set
 * answered false is written as {@code :fail}, which is how Jepsen's register models know it. Operations that are open are
 * written as {@code :info} at the end, at the time of the last event. A fault is an {@code :info} of the process
 * {@code :nemesis}, with what was done as its value.
 *
 * <p>An {@code Integer}, {@code Long}, {@code Boolean}, {@code String}, list or map and null are written as the EDN of the
 * same kind; any other value as the string of its text, which therefore must not depend on its identity.
 */
public final class EdnWriter {
    private final Appendable out;
    private int index;

    private EdnWriter(Appendable out) {
        this.out = out;
    }

    /** Writes the whole history; throws what {@code out} throws. */
    public static void write(History history, Appendable out) throws IOException {
        new EdnWriter(out).write(history);
    }

    private void write(History history) throws IOException {
        List<History.Event> events = history.events();
        int written = 0;
        for (History.Fault fault : history.faults()) {
            writeEvents(events.subList(written, fault.eventsBefore()));
            written = fault.eventsBefore();
            writeFault(fault);
        }
        writeEvents(events.subList(written, events.size()));
        for (Operation operation : history.operations()) {
            if (operation.outcome() == Outcome.OPEN) {
                writeCompletion(operation, history.lastAt());
            }
        }
    }

    private void writeEvents(List<History.Event> events) throws IOException {
        for (History.Event event : events) {
            Operation operation = event.operation();
            if (event.invocation()) {
                writeEvent(operation, operation.invokedAt(), "invoke", operation.input(), null);
            } else {
                writeCompletion(operation, operation.completedAt());
            }
        }
    }

    private void writeCompletion(Operation operation, long at) throws IOException {
        Object value = operation.input() == null ? operation.output() : operation.input();
        switch (operation.outcome()) {
            case OK -> {
                if (operation.input() instanceof CompareAndSet && Boolean.FALSE.equals(operation.output())) {
                    writeEvent(operation, at, "fail", value, "the value was another one");
                } else {
                    writeEvent(operation, at, "ok", value, null);
                }
            }
            case FAIL -> writeEvent(operation, at, "fail", value, operation.error());
            case INFO -> writeEvent(operation, at, "info", value, operation.error());
            case OPEN -> writeEvent(operation, at, "info", value, "open at the end of the run");
        }
    }

    private void writeEvent(Operation operation, long at, String type, @Nullable Object value, @Nullable String error)
            throws IOException {
        writeHead(at, type, Integer.toString(operation.process()), operation.f());
        Object key = operation.key();
        if (key == null) {
            writeValue(value);
        } else {
            writePair(key, value);
        }
        if (error != null) {
            out.append(", :error ");
            writeString(error);
        }
        out.append("}\n");
    }

    private void writeFault(History.Fault fault) throws IOException {
        writeHead(fault.at(), "info", ":nemesis", fault.f());
        writeString(fault.what());
        out.append("}\n");
    }

    private void writeHead(long at, String type, String process, String f) throws IOException {
        out.append("{:index ").append(Integer.toString(index++));
        out.append(", :time ").append(Long.toString(at));
        out.append(", :type :").append(type);
        out.append(", :process ").append(process);
        out.append(", :f :").append(f);
        out.append(", :value ");
    }

    private void writeValue(@Nullable Object value) throws IOException {
        if (value == null) {
            out.append("nil");
        } else if (value instanceof CompareAndSet change) {
            writePair(change.from(), change.to());
        } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            out.append(value.toString());
        } else if (value instanceof List<?> list) {
            writeList(list);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map);
        } else {
            writeString(value.toString());
        }
    }

    private void writePair(@Nullable Object first, @Nullable Object second) throws IOException {
        out.append('[');
        writeValue(first);
        out.append(' ');
        writeValue(second);
        out.append(']');
    }

    private void writeList(List<?> list) throws IOException {
        String separator = "[";
        for (Object element : list) {
            out.append(separator);
            writeValue(element);
            separator = " ";
        }
        out.append(list.isEmpty() ? "[]" : "]");
    }

    private void writeMap(Map<?, ?> map) throws IOException {
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            writeValue(entry.getKey());
            out.append(' ');
            writeValue(entry.getValue());
            separator = ", ";
        }
        out.append(map.isEmpty() ? "{}" : "}");
    }

    private void writeString(String text) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c);
            }
        }
        out.append('"');
    }
}
