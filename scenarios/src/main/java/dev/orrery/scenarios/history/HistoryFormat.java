package dev.orrery.scenarios.history;

import dev.orrery.sim.history.EdnReader;
import dev.orrery.sim.history.EdnWriter;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.LogReader;
import dev.orrery.sim.history.UnreadableHistoryException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The forms in which histories are kept. */
public enum HistoryFormat {
    /** Jepsen's, Knossos', Elle's and Maelstrom's. */
    JEPSEN_EDN("EDN, a map an event: Jepsen, Knossos, Elle, Maelstrom, recordings of Porcupine") {
        @Override
        boolean recognises(String text) {
            return text.isBlank() || EDN.matcher(text).lookingAt();
        }

        @Override
        public History read(String text) throws UnreadableHistoryException {
            return EdnReader.read(text);
        }

        @Override
        Optional<HistoryWriter> writer() {
            return Optional.of(EdnWriter::write);
        }
    },
    /** Lines of Jepsen's log. */
    JEPSEN_LOG("a line an event: Jepsen's log and history.txt") {
        @Override
        boolean recognises(String text) {
            return text.lines().limit(MOST_LINES).anyMatch(LogReader::isEvent);
        }

        @Override
        public History read(String text) throws UnreadableHistoryException {
            return LogReader.read(text);
        }
    },
    /** Jepsen's maps as JSON. */
    ELLE_JSON("JSON, an object an event: elle-cli") {
        @Override
        boolean recognises(String text) {
            return JSON.matcher(text).lookingAt() && !PorcupineJson.recognises(text);
        }

        @Override
        public History read(String text) throws UnreadableHistoryException {
            return ElleJson.read(text);
        }

        @Override
        Optional<HistoryWriter> writer() {
            return Optional.of(ElleJson::write);
        }
    },
    /** Porcupine's operations as Go writes them in JSON. */
    PORCUPINE_JSON("JSON, an object an operation, with its call and its return: Porcupine") {
        @Override
        boolean recognises(String text) {
            return JSON.matcher(text).lookingAt() && PorcupineJson.recognises(text);
        }

        @Override
        public History read(String text) throws UnreadableHistoryException {
            return PorcupineJson.read(text);
        }

        @Override
        Optional<HistoryWriter> writer() {
            return Optional.of(PorcupineJson::write);
        }
    },
    /** Transactions of reads and writes, without times. */
    POLYSI_TEXT("a line r(key,value,session,txn) or w(…) a read or write, without times: PolySI, Plume, IsoVista") {
        @Override
        boolean recognises(String text) {
            return PolysiText.recognises(text);
        }

        @Override
        public History read(String text) throws UnreadableHistoryException {
            return PolysiText.read(text);
        }

        @Override
        Optional<HistoryWriter> writer() {
            return Optional.of(PolysiText::write);
        }

        @Override
        public boolean hasRealTime() {
            return false;
        }
    },
    /** Queues, stacks, priority queues and sets with intervals. */
    FASTLIN_TEXT("# queue, then a line an operation with its start and end: fastlin, PolyLin, fptlin") {
        @Override
        boolean recognises(String text) {
            return FastlinText.recognises(text);
        }

        @Override
        public History read(String text) throws UnreadableHistoryException {
            return FastlinText.read(text);
        }

        @Override
        Optional<HistoryWriter> writer() {
            return Optional.of(FastlinText::write);
        }
    },
    /** Calls and returns of threads. */
    LIMO_TEXT("a line [thread] call push(3) or [thread] return an event: LiMo") {
        @Override
        boolean recognises(String text) {
            return LimoText.recognises(text);
        }

        @Override
        public History read(String text) throws UnreadableHistoryException {
            return LimoText.read(text);
        }
    };

    private static final Pattern EDN =
            Pattern.compile("[\\s,]*(;|#[a-zA-Z_]|[\\[(]?[\\s,]*(#[\\w.]+)?\\{\\s*[:}]|[\\[(]\\s*[\\])])");
    private static final Pattern JSON = Pattern.compile("\\s*\\[?\\s*\\{\\s*\"");

    /** Where a log has no event before, it is none. */
    private static final int MOST_LINES = 1_000;

    private final String description;

    HistoryFormat(String description) {
        this.description = description;
    }

    /** Its name, in lower case with hyphens. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it looks like, and whose it is. */
    public String description() {
        return description;
    }

    /** The format that a text looks like; empty if it looks like none. */
    public static Optional<HistoryFormat> of(String text) {
        return Arrays.stream(values()).filter(format -> format.recognises(text)).findFirst();
    }

    /** The format of that name; empty if there is none. */
    public static Optional<HistoryFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.text().equals(name))
                .findFirst();
    }

    /** The names of all. */
    public static List<String> names() {
        return Arrays.stream(values()).map(HistoryFormat::text).toList();
    }

    /** The names of those that can be written. */
    public static List<String> writable() {
        return Arrays.stream(values())
                .filter(HistoryFormat::isWritable)
                .map(HistoryFormat::text)
                .toList();
    }

    /** Whether histories can be written in this format too. */
    public boolean isWritable() {
        return writer().isPresent();
    }

    /** Whether it says which operation was over before another began. */
    public boolean hasRealTime() {
        return true;
    }

    /**
     * Reads a history.
     *
     * @throws UnreadableHistoryException at the first place that makes no sense
     */
    public abstract History read(String text) throws UnreadableHistoryException;

    /**
     * Writes a history.
     *
     * @throws UnwritableHistoryException if it has something for which this format has no form
     * @throws IllegalStateException if the format cannot be written
     */
    public void write(History history, Appendable out) throws IOException, UnwritableHistoryException {
        writer().orElseThrow(() -> new IllegalStateException(text() + " cannot be written"))
                .write(history, out);
    }

    abstract boolean recognises(String text);

    Optional<HistoryWriter> writer() {
        return Optional.empty();
    }
}
