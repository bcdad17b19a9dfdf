package dev.orrery.scenarios.history;

import dev.orrery.sim.history.History;
import dev.orrery.sim.history.HistoryAssembler;
import dev.orrery.sim.history.HistoryText;
import dev.orrery.sim.history.JepsenEvent;
import dev.orrery.sim.history.Keyword;
import dev.orrery.sim.history.RecordedEvent;
import dev.orrery.sim.history.UnreadableHistoryException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Jepsen's events as JSON, as elle-cli reads and writes them: an array, a line an event.
 *
 * <pre>{@code
 * [{"index":0,"time":5,"type":"invoke","process":0,"f":"txn","value":[["append",7,1],["r",7,null]]},
 * {"index":1,"time":9,"type":"ok","process":0,"f":"txn","value":[["append",7,1],["r",7,[1]]]}]
 * }</pre>
 *
 * <p>The first word of each part of a transaction is read as a keyword, which JSON does not have.
 */
final class ElleJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ElleJson() {}

    static History read(String text) throws UnreadableHistoryException {
        HistoryText source = new HistoryText(text);
        Collector collector = new Collector(source);
        JsonEvents.read(source, collector);
        return HistoryAssembler.assemble(source, collector.events);
    }

    private static final class Collector implements JsonEvents.Listener {
        private final HistoryText source;
        private final List<RecordedEvent> events = new ArrayList<>();

        Collector(HistoryText source) {
            this.source = source;
        }

        @Override
        public void begin(int place) {
            events.add(new RecordedEvent(place));
        }

        @Override
        public void field(String name, @Nullable Object value, int place) throws UnreadableHistoryException {
            if (!events.get(events.size() - 1).add(name, name.equals("value") ? parts(value) : value, place)) {
                throw source.error(place, "the event has \"" + name + "\" twice");
            }
        }

        @Override
        public void end() {}
    }

    /** The words of a transaction: the first of each part is a keyword, which JSON does not have. */
    static @Nullable Object parts(@Nullable Object value) {
        if (!(value instanceof List<?> parts)
                || parts.isEmpty()
                || !parts.stream().allMatch(ElleJson::isPart)) {
            return value;
        }
        return parts.stream().map(part -> part((List<?>) part)).toList();
    }

    private static boolean isPart(@Nullable Object part) {
        return part instanceof List<?> words && words.size() == 3 && words.get(0) instanceof String;
    }

    private static List<@Nullable Object> part(List<?> words) {
        List<@Nullable Object> part = new ArrayList<>(words);
        part.set(0, new Keyword(String.valueOf(words.get(0))));
        return part;
    }

    static void write(History history, Appendable out) throws IOException {
        try {
            String[] separator = {"["};
            JepsenEvent.forEach(history, event -> {
                write(separator[0], event, out);
                separator[0] = ",\n";
            });
            out.append(separator[0].equals("[") ? "[]\n" : "]\n");
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void write(String before, JepsenEvent event, Appendable out) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeNumberProperty("index", event.index());
            json.writeNumberProperty("time", event.time());
            json.writeStringProperty("type", event.type());
            if (event.process() == null) {
                json.writeStringProperty("process", "nemesis");
            } else {
                json.writeNumberProperty("process", event.process());
            }
            json.writeStringProperty("f", event.f());
            json.writeName("value");
            JsonValues.write(event.value(), json);
            if (event.error() != null) {
                json.writeStringProperty("error", event.error());
            }
            json.writeEndObject();
        }
        try {
            out.append(before).append(line.getBuffer());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
