package dev.orrery.sim.history;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Jepsen's log, or its {@code history.txt}: a line an event, with process, type, operation, value and perhaps an
 * error, with tabs or spaces between them.
 *
 * <pre>
 * INFO  jepsen.util - 3	:invoke	:write	4
 * INFO  jepsen.util - 3	:info	:write	:timed-out
 * </pre>
 *
 * <p>What stands before the process ends in {@code " - "} or {@code ": "}; lines that are no events are passed over. A {@code cas} that
 * failed and repeats its value saw another one, as Porcupine reads these logs.
 */
public final class LogReader {
    private static final Pattern EVENT = Pattern.compile(
            "(?:.*?(?: - |: ))?\\s*(\\d+|:[\\w.-]+)\\s+:(invoke|ok|fail|info)\\s+:([^\\s,]+)(?:\\s+(.*))?");

    private LogReader() {}

    /**
     * Whether a line is an event.
     *
     * @param line without its end
     */
    public static boolean isEvent(String line) {
        return EVENT.matcher(line).matches();
    }

    /**
     * Reads a whole history.
     *
     * @throws UnreadableHistoryException at the first value that is no EDN, and at the first event that no {@link History}
     *     can take
     */
    public static History read(String text) throws UnreadableHistoryException {
        HistoryText source = new HistoryText(text);
        List<RecordedEvent> events = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int next = text.indexOf('\n', start);
            int lineEnd = next < 0 ? text.length() : next;
            int end = lineEnd > start && text.charAt(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
            Matcher line = EVENT.matcher(text).region(start, end);
            if (line.matches()) {
                events.add(event(source, line, end));
            }
            start = lineEnd + 1;
        }
        return HistoryAssembler.assembleWithFailedComparisons(source, events);
    }

    private static RecordedEvent event(HistoryText source, Matcher line, int end) throws UnreadableHistoryException {
        RecordedEvent event = new RecordedEvent(line.start(1));
        event.add("process", new EdnParser(source, line.start(1), line.end(1)).value(), line.start(1));
        event.add("type", new Keyword(line.group(2)), line.start(2));
        event.add("f", new Keyword(line.group(3)), line.start(3));
        if (line.group(4) != null) {
            EdnParser rest = new EdnParser(source, line.start(4), end);
            int place = rest.place();
            event.add("value", rest.value(), place);
            if (!rest.atEnd()) {
                int errorPlace = rest.place();
                event.add("error", rest.value(), errorPlace);
            }
        }
        return event;
    }
}
