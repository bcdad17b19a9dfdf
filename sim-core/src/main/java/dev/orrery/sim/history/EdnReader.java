package dev.orrery.sim.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads Jepsen's {@code history.edn}: what {@link EdnWriter} wrote, and what Jepsen and Maelstrom write.
 *
 * <p>A map an event, all of them one after the other or in one vector, each with {@code :type} ({@code :invoke},
 * {@code :ok}, {@code :fail} or {@code :info}), {@code :process} and {@code :f}. The order of the text is the order in
 * which things happened. An event without {@code :time} happens at the time of the one before. Keys that are not named
 * here are left aside. An event of a process that is no number, such as {@code :nemesis}, is a fault.
 *
 * <p>Where every value asked with is a pair that begins with a number, a text or a keyword, the operations are on keys
 * and the pairs are {@code [key value]}. The pair {@code [from to]} of a {@code :cas} is a {@link CompareAndSet}. An
 * {@code :ok} that repeats what was asked with has no answer of its own, and else its value is the answer.
 *
 * <p>Of a history that was written by {@link EdnWriter} all comes back, except that an answer to what was asked with a
 * value is not in the text, that an {@code Integer} comes back as a {@code Long}, and that what EDN has no form for comes
 * back as its text.
 */
public final class EdnReader {
    private final EdnParser parser;
    private final History history = new History();
    private final TreeMap<Integer, Integer> openOfProcess = new TreeMap<>();
    private boolean keyed;
    private long now;

    private EdnReader(String text) {
        this.parser = new EdnParser(text);
    }

    /**
     * Reads a whole history.
     *
     * @throws EdnException at the first place that is no EDN, or that no {@link History} can take
     */
    public static History read(String text) throws EdnException {
        EdnReader reader = new EdnReader(text);
        List<EdnEvent> events = reader.events();
        List<EdnEvent> asked = events.stream()
                .filter(event -> event.isOfClient() && event.is("type", "invoke"))
                .toList();
        reader.keyed = asked.stream().allMatch(EdnEvent::mayBeKeyed);
        for (EdnEvent event : events) {
            reader.append(event);
        }
        return reader.history;
    }

    private List<EdnEvent> events() throws EdnException {
        List<EdnEvent> events = new ArrayList<>();
        int start = parser.place();
        boolean inVector = parser.goPast('[');
        while (!parser.atEnd()) {
            if (inVector && parser.goPast(']')) {
                if (!parser.atEnd()) {
                    throw parser.error(parser.place(), "something follows the vector of events");
                }
                return events;
            }
            events.add(EdnEvent.read(parser));
        }
        if (inVector) {
            throw parser.error(start, "'[' is never closed");
        }
        return events;
    }

    private void append(EdnEvent event) throws EdnException {
        String type = keyword(event, "type");
        String f = keyword(event, "f");
        now = event.has("time") ? time(event, "time") : now;
        try {
            if (!event.isOfClient()) {
                appendFault(event, f);
            } else if (type.equals("invoke")) {
                appendInvocation(event, f);
            } else {
                appendCompletion(event, type, f);
            }
        } catch (IllegalArgumentException refused) {
            throw parser.error(event.place(), String.valueOf(refused.getMessage()));
        }
    }

    private void appendFault(EdnEvent event, String f) throws EdnException {
        if (!event.has("process")) {
            throw parser.error(event.place(), "the event has no :process");
        }
        Object what = event.get("value");
        history.fault(faultName(f), what instanceof String words ? words : EdnWriter.text(what), now);
    }

    /** Jepsen's nemesis may do {@code :kill!}, which is no name that a {@link History} takes. */
    private static String faultName(String f) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < f.length(); i++) {
            char c = Character.toLowerCase(f.charAt(i));
            name.append((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-');
        }
        return name.toString();
    }

    private void appendInvocation(EdnEvent event, String f) throws EdnException {
        int process = process(event);
        String client = event.get("client") instanceof String name ? name : History.nameless(process);
        Object key = keyed ? event.key() : null;
        Object value = event.payload(keyed);
        if (f.equals(EdnWriter.COMPARE_AND_SET) && value instanceof List<?> pair && pair.size() == 2) {
            value = new CompareAndSet(pair.get(0), pair.get(1));
        }
        long intendedAt = event.has("intended") ? time(event, "intended") : now;
        openOfProcess.put(process, history.invoke(process, client, f, key, value, intendedAt, now));
    }

    private void appendCompletion(EdnEvent event, String type, String f) throws EdnException {
        int process = process(event);
        Integer index = openOfProcess.remove(process);
        if (index == null) {
            throw parser.error(event.place(), "process " + process + " has no operation open");
        }
        Operation operation = history.get(index);
        if (!f.equals(operation.f())) {
            throw parser.error(
                    event.placeOf("f"), "the open operation of process " + process + " is a " + operation.f());
        }
        if (keyed && event.isPair() && !Objects.equals(event.key(), operation.key())) {
            throw parser.error(
                    event.placeOf("value"),
                    "the open operation of process " + process + " is on key " + EdnWriter.text(operation.key()));
        }
        switch (type) {
            case "ok" -> history.ok(index, answer(event, operation), now);
            case "fail" -> {
                if (operation.input() instanceof CompareAndSet && error(event).equals(EdnWriter.ANOTHER_VALUE)) {
                    history.ok(index, false, now);
                } else {
                    history.fail(index, error(event), now);
                }
            }
            case "info" -> {
                if (!error(event).equals(EdnWriter.OPEN_AT_THE_END)) {
                    history.info(index, error(event), now);
                }
            }
            default ->
                throw parser.error(event.placeOf("type"), ":" + type + " is none of :invoke, :ok, :fail and :info");
        }
    }

    private @Nullable Object answer(EdnEvent event, Operation operation) {
        if (operation.input() instanceof CompareAndSet) {
            return true;
        }
        Object value = event.payload(keyed);
        return Objects.equals(value, operation.input()) ? null : value;
    }

    private static String error(EdnEvent event) {
        Object error = event.get("error");
        if (error == null) {
            return "no reason is given";
        }
        if (error instanceof String text) {
            return text;
        }
        return error instanceof Keyword keyword ? keyword.name() : EdnWriter.text(error);
    }

    private String keyword(EdnEvent event, String name) throws EdnException {
        if (event.get(name) instanceof Keyword value) {
            return value.name();
        }
        throw event.has(name)
                ? parser.error(event.placeOf(name), ":" + name + " is not a keyword")
                : parser.error(event.place(), "the event has no :" + name);
    }

    private long time(EdnEvent event, String name) throws EdnException {
        if (event.get(name) instanceof Long time && time >= 0) {
            return time;
        }
        throw parser.error(event.placeOf(name), ":" + name + " is not a number of nanoseconds from 0 on");
    }

    private int process(EdnEvent event) throws EdnException {
        if (event.get("process") instanceof Long process && process >= 0 && process <= Integer.MAX_VALUE) {
            return process.intValue();
        }
        throw parser.error(event.placeOf("process"), "a process is a number from 0 to " + Integer.MAX_VALUE);
    }
}
