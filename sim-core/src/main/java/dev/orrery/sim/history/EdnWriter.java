package dev.orrery.sim.history;

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
 * <p>{@link JepsenEvent} says what the events are. An invocation has, where they say something new, {@code :intended}, the
 * time at which the client meant to ask, and {@code :client}, its name; Jepsen's tools leave them aside. A fault is an
 * {@code :info} of the process {@code :nemesis}.
 *
 * <p>An {@code Integer}, {@code Long}, {@code BigInteger}, {@code BigDecimal}, {@code Boolean}, {@code String},
 * {@link Keyword}, list, set or map and null are written as the EDN of the same kind; any other value as the string of its
 * text, which therefore must not depend on its identity. {@link EdnReader} reads it all back.
 */
public final class EdnWriter {
    /** The operation whose input is a {@link CompareAndSet}. */
    static final String COMPARE_AND_SET = "cas";

    private final Appendable out;

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
        try {
            JepsenEvent.forEach(history, this::writeEvent);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private void writeEvent(JepsenEvent event) {
        try {
            out.append("{:index ").append(Integer.toString(event.index()));
            out.append(", :time ").append(Long.toString(event.time()));
            out.append(", :type :").append(event.type());
            out.append(", :process ").append(event.process() == null ? ":nemesis" : Integer.toString(event.process()));
            out.append(", :f :").append(event.f());
            out.append(", :value ");
            writeValue(event.value());
            if (event.intended() != null) {
                out.append(", :intended ").append(Long.toString(event.intended()));
            }
            writeText(", :client ", event.client());
            writeText(", :error ", event.error());
            out.append("}\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void writeText(String before, @Nullable String text) throws IOException {
        if (text != null) {
            out.append(before);
            writeString(text);
        }
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
