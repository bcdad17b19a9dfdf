package dev.orrery.scenarios.history;

import dev.orrery.scenarios.history.Intervals.Interval;
import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.HistoryText;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.history.Operation.Outcome;
import dev.orrery.sim.history.UnreadableHistoryException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Porcupine's {@code []Operation} as Go's encoding/json reads and writes it, a line an operation.
 *
 * <pre>{@code
 * [{"ClientId":0,"Input":{"f":"write","key":"x","value":3},"Call":0,"Output":{"value":null},"Return":1},
 * {"ClientId":1,"Input":{"f":"cas","key":"x","value":[3,4]},"Call":2,"Output":{"unknown":true},"Return":4}]
 * }</pre>
 *
 * <p>Call and return are places in the order of all events, so that none are at the same time. An operation of unknown
 * outcome returns after all others. One that failed is left out, since it never took effect.
 */
final class PorcupineJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int HEAD = 2_000;

    private PorcupineJson() {}

    static boolean recognises(String text) {
        return text.substring(0, Math.min(text.length(), HEAD)).contains("\"ClientId\"");
    }

    static History read(String text) throws UnreadableHistoryException {
        Collector collector = new Collector(new HistoryText(text));
        JsonEvents.read(collector.source, collector);
        return collector.intervals.history();
    }

    private static final class Collector implements JsonEvents.Listener {
        private final HistoryText source;
        private final Intervals intervals = new Intervals();
        private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        private int place;

        Collector(HistoryText source) {
            this.source = source;
        }

        @Override
        public void begin(int place) {
            this.place = place;
            fields.clear();
        }

        @Override
        public void field(String name, @Nullable Object value, int place) {
            fields.put(name, value);
        }

        @Override
        public void end() throws UnreadableHistoryException {
            if (!(fields.get("Input") instanceof Map<?, ?> input) || !(input.get("f") instanceof String f)) {
                throw source.error(place, "an operation needs an \"Input\" with an \"f\"");
            }
            Map<?, ?> output = fields.get("Output") instanceof Map<?, ?> known ? known : Map.of();
            long call = time("Call");
            boolean unknown = Boolean.TRUE.equals(output.get("unknown"));
            long end = unknown ? Intervals.NEVER : time("Return");
            if (end < call) {
                throw source.error(place, "the operation returns before it is called");
            }
            intervals.add(new Interval(
                    "client " + fields.get("ClientId"),
                    f,
                    input.get("key"),
                    asked(f, input.get("value")),
                    ElleJson.parts(output.get("value")),
                    call,
                    end));
        }

        private static @Nullable Object asked(String f, @Nullable Object value) {
            return f.equals("cas") && value instanceof List<?> pair && pair.size() == 2
                    ? new CompareAndSet(pair.get(0), pair.get(1))
                    : ElleJson.parts(value);
        }

        private long time(String name) throws UnreadableHistoryException {
            if (fields.get(name) instanceof Long time && time >= 0) {
                return time;
            }
            throw source.error(place, "an operation needs a \"" + name + "\" from 0 on");
        }
    }

    static void write(History history, Appendable out) throws IOException {
        List<History.Event> events = history.events();
        long[] calls = new long[history.size()];
        long[] returns = new long[history.size()];
        for (int i = 0; i < events.size(); i++) {
            (events.get(i).invocation() ? calls : returns)
                    [events.get(i).operation().index()] = i;
        }
        String separator = "[";
        for (Operation operation : history.operations()) {
            if (operation.outcome() != Outcome.FAIL) {
                boolean known = operation.outcome() == Outcome.OK;
                long end = known ? returns[operation.index()] : events.size() + operation.index();
                out.append(separator).append(line(operation, calls[operation.index()], known, end));
                separator = ",\n";
            }
        }
        out.append(separator.equals("[") ? "[]\n" : "]\n");
    }

    private static String line(Operation operation, long call, boolean known, long end) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeNumberProperty("ClientId", operation.process());
            json.writeObjectPropertyStart("Input");
            json.writeStringProperty("f", operation.f());
            if (operation.key() != null) {
                json.writeName("key");
                JsonValues.write(operation.key(), json);
            }
            json.writeName("value");
            JsonValues.write(plain(operation.input()), json);
            json.writeEndObject();
            json.writeNumberProperty("Call", call);
            json.writeObjectPropertyStart("Output");
            if (known) {
                json.writeName("value");
                JsonValues.write(operation.output(), json);
            } else {
                json.writeBooleanProperty("unknown", true);
            }
            json.writeEndObject();
            json.writeNumberProperty("Return", end);
            json.writeEndObject();
        }
        return line.toString();
    }

    private static @Nullable Object plain(@Nullable Object input) {
        return input instanceof CompareAndSet change ? Arrays.asList(change.from(), change.to()) : input;
    }
}
