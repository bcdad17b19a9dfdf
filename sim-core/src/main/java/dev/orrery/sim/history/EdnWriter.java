package dev.orrery.sim.history;

import dev.orrery.sim.history.Operation.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * <p>Times are virtual nanoseconds. An invocation also has, where they say something new, {@code :intended}, the time at
 * which the client meant to ask, and {@code :client}, its name; Jepsen's tools leave them aside. The value of an operation on a key is {@code [key value]}, of a compare-and-set
 * {@code [from to]}. A completion repeats the input where there was one, and holds the answer otherwise; that of a
 * transaction always holds the answer. A compare-and-set
 * answered false is written as {@code :fail}, which is how Jepsen's register models know it. Operations that are open are
 * written as {@code :info} at the end, at the time of the last event. A fault is an {@code :info} of the process
 * {@code :nemesis}, with what was done as its value.
 *
 * <p>An {@code Integer}, {@code Long}, {@code BigInteger}, {@code BigDecimal}, {@code Boolean}, {@code String},
 * {@link Keyword}, list, set or map and null are written as the EDN of the same kind; any other value as the string of its
 * text, which therefore must not depend on its identity. {@link EdnReader} reads it all back.
 */
public final class EdnWriter {
    /** The operation whose input is a {@link CompareAndSet}. */
    static final String COMPARE_AND_SET = "cas";

    /** Why a compare-and-set that was answered false is written as failed. */
    static final String ANOTHER_VALUE = "the value was another one";

    /** Why an operation that never completed is written as unknown. */
    static final String OPEN_AT_THE_END = "open at the end of the run";

    private final Appendable out;
    private int index;

    private EdnWriter(Appendable out) {
        this.out = out;
    }

    /** Writes the whole history; throws what {@code out} throws. */
    public static void write(History history, Appendable out) throws IOException {
        new EdnWriter(out).write(history);
    }

    /** A value as EDN. */
    static String text(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        try {
            new EdnWriter(text).writeValue(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
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
                writeInvocation(operation);
            } else {
                writeCompletion(operation, operation.completedAt());
            }
        }
    }

    private void writeInvocation(Operation operation) throws IOException {
        writeEvent(operation, operation.invokedAt(), "invoke", operation.input());
        if (operation.intendedAt() != operation.invokedAt()) {
            out.append(", :intended ").append(Long.toString(operation.intendedAt()));
        }
        if (!operation.client().equals(History.nameless(operation.process()))) {
            out.append(", :client ");
            writeString(operation.client());
        }
        out.append("}\n");
    }

    private void writeCompletion(Operation operation, long at) throws IOException {
        Object value = operation.output() != null && answersWithMoreThanItWasAskedWith(operation)
                ? operation.output()
                : operation.input();
        switch (operation.outcome()) {
            case OK -> {
                if (operation.input() instanceof CompareAndSet && Boolean.FALSE.equals(operation.output())) {
                    writeEvent(operation, at, "fail", value);
                    writeError(ANOTHER_VALUE);
                } else {
                    writeEvent(operation, at, "ok", value);
                }
            }
            case FAIL -> {
                writeEvent(operation, at, "fail", value);
                writeError(operation.error());
            }
            case INFO -> {
                writeEvent(operation, at, "info", value);
                writeError(operation.error());
            }
            case OPEN -> {
                writeEvent(operation, at, "info", value);
                writeError(OPEN_AT_THE_END);
            }
        }
        out.append("}\n");
    }

    /** Jepsen's models look for the answer where the input was, if there was none, and in transactions. */
    private static boolean answersWithMoreThanItWasAskedWith(Operation operation) {
        return operation.input() == null || operation.f().equals(HistoryAssembler.TRANSACTION);
    }

    private void writeError(@Nullable String error) throws IOException {
        if (error != null) {
            out.append(", :error ");
            writeString(error);
        }
    }

    private void writeEvent(Operation operation, long at, String type, @Nullable Object value) throws IOException {
        writeHead(at, type, Integer.toString(operation.process()), operation.f());
        Object key = operation.key();
        if (key == null) {
            writeValue(value);
        } else {
            writePair(key, value);
        }
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
        } else if (value instanceof Long
                || value instanceof Integer
                || value instanceof Boolean
                || value instanceof Keyword) {
            out.append(value.toString());
        } else if (value instanceof BigInteger) {
            out.append(value.toString()).append('N');
        } else if (value instanceof BigDecimal) {
            out.append(value.toString()).append('M');
        } else if (value instanceof List<?> list) {
            writeElements("[", list, ']');
        } else if (value instanceof Set<?> set) {
            writeElements("#{", set, '}');
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

    private void writeElements(String start, Collection<?> elements, char end) throws IOException {
        out.append(start);
        String separator = "";
        for (Object element : elements) {
            out.append(separator);
            writeValue(element);
            separator = " ";
        }
        out.append(end);
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
