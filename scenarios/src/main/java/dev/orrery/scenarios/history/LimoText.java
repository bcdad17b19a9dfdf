package dev.orrery.scenarios.history;

import dev.orrery.sim.history.History;
import dev.orrery.sim.history.HistoryAssembler;
import dev.orrery.sim.history.HistoryText;
import dev.orrery.sim.history.Keyword;
import dev.orrery.sim.history.RecordedEvent;
import dev.orrery.sim.history.UnreadableHistoryException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Calls and returns of threads as LiMo has them, in their order.
 *
 * <pre>
 * [1] call push(3)
 * [1] return
 * [2] call pop()
 * [2] return 3
 * </pre>
 *
 * <p>Values are whole numbers. What a {@code pop(3)} is called with is what it will return.
 */
final class LimoText {
    private static final Pattern CALL = Pattern.compile("\\[(\\d+)\\]\\s*call\\s+(\\w+)\\(\\s*(-?\\d+)?\\s*\\)");
    private static final Pattern RETURN = Pattern.compile("\\[(\\d+)\\]\\s*return(?:\\s+(-?\\d+))?");

    /** Their names of methods that have another one here. */
    private static final Map<String, String> NAMES = Map.of("enq", "enqueue", "deq", "dequeue");

    private static final List<String> TAKING = List.of("pop", "dequeue", "poll");

    private LimoText() {}

    static boolean recognises(String text) {
        return CALL.matcher(text.lines().findFirst().orElse("").strip()).matches();
    }

    static History read(String text) throws UnreadableHistoryException {
        HistoryText source = new HistoryText(text);
        List<RecordedEvent> events = new ArrayList<>();
        Map<String, String> openOfThread = new LinkedHashMap<>();
        Map<String, @Nullable Long> valueOfThread = new LinkedHashMap<>();
        TextLines.forEach(source, (line, place, unused) -> {
            Matcher call = CALL.matcher(line);
            Matcher end = RETURN.matcher(line);
            if (call.matches()) {
                String f = NAMES.getOrDefault(call.group(2), call.group(2));
                openOfThread.put(call.group(1), f);
                valueOfThread.put(call.group(1), number(call.group(3)));
                Long asked = TAKING.contains(f) ? null : number(call.group(3));
                events.add(event(place, call.group(1), "invoke", f, asked));
            } else if (end.matches()) {
                String f = openOfThread.remove(end.group(1));
                if (f == null) {
                    throw source.error(place, "thread " + end.group(1) + " has called nothing");
                }
                Long asked = valueOfThread.get(end.group(1));
                events.add(event(place, end.group(1), "ok", f, end.group(2) == null ? asked : number(end.group(2))));
            } else {
                throw source.error(place, "a line is [thread] call method(value) or [thread] return value");
            }
        });
        return HistoryAssembler.assemble(source, events);
    }

    private static @Nullable Long number(@Nullable String digits) {
        return digits == null ? null : Long.valueOf(digits);
    }

    private static RecordedEvent event(int place, String thread, String type, String f, @Nullable Object value) {
        RecordedEvent event = new RecordedEvent(place);
        event.add("process", Long.valueOf(thread), place);
        event.add("type", new Keyword(type), place);
        event.add("f", new Keyword(f), place);
        event.add("value", value, place);
        return event;
    }
}
