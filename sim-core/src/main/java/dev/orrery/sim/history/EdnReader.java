package dev.orrery.sim.history;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a history as EDN: Jepsen's {@code history.edn} as {@link EdnWriter}, Jepsen, Knossos, Elle and Maelstrom write it,
 * and the recordings of Porcupine, which name a {@code :key}.
 *
 * <p>A map an event, all of them one after the other or in one vector or list. {@link HistoryAssembler} says what their
 * keys mean; keys that it does not name are left aside.
 *
 * <p>Of a history that was written by {@link EdnWriter} all comes back, except that an answer to what was asked with a
 * value is not in the text, unless it is a transaction's, that an {@code Integer} comes back as a {@code Long}, and that
 * what EDN has no form for comes back as its text.
 *
 * <p>There are parsers of EDN for Java, but none that says where in a text a value stands, which is what somebody needs
 * whose history is refused: edn-java (us.bpsm, 0.7.1 of May 2020, untouched since 2022) names no place in its errors, and
 * Clojure's own reader knows lines but not the places of values, and brings Clojure along.
 */
public final class EdnReader {
    private final EdnParser parser;

    private EdnReader(EdnParser parser) {
        this.parser = parser;
    }

    /**
     * Reads a whole history.
     *
     * @throws UnreadableHistoryException at the first place that is no EDN, or that no {@link History} can take
     */
    public static History read(String text) throws UnreadableHistoryException {
        HistoryText source = new HistoryText(text);
        return HistoryAssembler.assemble(source, new EdnReader(new EdnParser(source)).events());
    }

    private List<RecordedEvent> events() throws UnreadableHistoryException {
        List<RecordedEvent> events = new ArrayList<>();
        int start = parser.place();
        boolean inVector = parser.goPast('[');
        boolean inList = !inVector && parser.goPast('(');
        while (!parser.atEnd()) {
            if ((inVector && parser.goPast(']')) || (inList && parser.goPast(')'))) {
                if (!parser.atEnd()) {
                    throw parser.error(
                            parser.place(), "something follows the " + (inVector ? "vector" : "list") + " of events");
                }
                return events;
            }
            events.add(event());
        }
        if (inVector || inList) {
            throw parser.error(start, "'" + (inVector ? '[' : '(') + "' is never closed");
        }
        return events;
    }

    private RecordedEvent event() throws UnreadableHistoryException {
        parser.goPastTag();
        int start = parser.place();
        if (!parser.goPast('{')) {
            throw parser.error(start, "an event is a map, in braces");
        }
        RecordedEvent event = new RecordedEvent(start);
        while (!parser.goPast('}')) {
            if (parser.atEnd()) {
                throw parser.error(start, "'{' is never closed");
            }
            int keyPlace = parser.place();
            if (!(parser.value() instanceof Keyword key)) {
                throw parser.error(keyPlace, "the keys of an event are keywords, such as :type");
            }
            int place = parser.place();
            if (!event.add(key.name(), parser.value(), place)) {
                throw parser.error(keyPlace, "the event has " + key + " twice");
            }
        }
        return event;
    }
}
