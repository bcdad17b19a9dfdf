package dev.orrery.sim.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a history of events that somebody recorded, whatever the form of the text. It takes what Jepsen, Knossos, Elle,
 * Maelstrom and Porcupine take, so much is optional.
 *
 * <table>
 * <caption>The fields of an event</caption>
 * <tr><th>{@code type}<td>{@code invoke}, {@code ok}, {@code fail} or {@code info}
 * <tr><td>{@code process}<td>who; one operation at a time. A word instead of a number is a nemesis. Without it each
 *     operation is on its own, and completed by the next completion that repeats its {@code f} and, if possible, its value
 * <tr><td>{@code f}<td>what; of {@code register/read} the last word counts
 * <tr><td>{@code value}<td>what was asked with, of a completion the answer. Where every value asked with is a pair that
 *     begins with a number, a text or a keyword, the pairs are {@code [key value]}. The pair {@code [from to]} of a {@code
 *     cas} is a {@link CompareAndSet}
 * <tr><td>{@code key}<td>the key, if the value does not hold it
 * <tr><td>{@code time}<td>nanoseconds; an event without it happens when the one before did, and so does one that is said to
 *     have happened before it. Where no event has one, the number of events before it stands for it
 * <tr><td>{@code index}<td>the order, if all events have one; else they happened in the order of the text
 * <tr><td>{@code intended}, {@code client}, {@code error}<td>as {@link EdnWriter} writes them
 * </table>
 *
 * <p>An {@code ok} that repeats what was asked with has no answer of its own, except for transactions and for what asks for a
 * value. A process that goes on after an unknown outcome does so under a new number. What is asked with a list of {@code
 * [:r key value]}, {@code [:w key value]} and {@code [:append key value]} is a transaction, whatever its name; {@code
 * :read} and {@code :write} mean the same there.
 */
public final class HistoryAssembler {
    /** The operation that is a list of reads and writes. */
    static final String TRANSACTION = "txn";

    /** The operations whose answer is a value, even where the invocation knows it already, as Knossos completes it. */
    private static final List<String> ANSWERED = List.of(TRANSACTION, "read", "get", "dequeue", "pop", "poll");

    /** What a part of a transaction does, with the short names of those that have a long one. */
    private static final Map<Keyword, Keyword> PARTS = parts();

    private static final int ALONE = -1;

    private final HistoryText text;
    private final boolean failedComparisonsAreAnswers;
    private final History history = new History();

    /** The operation that a process has open. */
    private final TreeMap<Integer, Integer> openOfProcess = new TreeMap<>();

    /** The operations that are open and of no process. */
    private final List<Integer> openAlone = new ArrayList<>();

    /** Under which number a process goes on that was retired. */
    private final TreeMap<Integer, Integer> renamed = new TreeMap<>();

    private int highestProcess;
    private boolean keyed;
    private boolean timed;
    private long now;

    private HistoryAssembler(HistoryText text, boolean failedComparisonsAreAnswers) {
        this.text = text;
        this.failedComparisonsAreAnswers = failedComparisonsAreAnswers;
    }

    /**
     * A history in which a {@code cas} that failed is left out, since nobody knows why it failed, unless its error is that
     * of {@link EdnWriter}.
     *
     * @param text where the events stand
     * @throws UnreadableHistoryException at the first event that no {@link History} can take
     */
    public static History assemble(HistoryText text, List<RecordedEvent> events) throws UnreadableHistoryException {
        return new HistoryAssembler(text, false).assemble(events);
    }

    /** The same, but a {@code cas} that failed and repeats what it was asked with saw another value. */
    public static History assembleWithFailedComparisons(HistoryText text, List<RecordedEvent> events)
            throws UnreadableHistoryException {
        return new HistoryAssembler(text, true).assemble(events);
    }

    private History assemble(List<RecordedEvent> recorded) throws UnreadableHistoryException {
        List<RecordedEvent> events = inOrder(recorded);
        keyed = true;
        for (RecordedEvent event : events) {
            timed |= event.get("time") != null;
            highestProcess = Math.max(highestProcess, event.get("process") instanceof Long ? process(event) : 0);
            if ("invoke".equals(event.word("type")) && !isOfNemesis(event)) {
                keyed &= event.mayBeKeyed();
            }
        }
        for (RecordedEvent event : events) {
            append(event);
            now += timed ? 0 : 1;
        }
        return history;
    }

    private static List<RecordedEvent> inOrder(List<RecordedEvent> events) {
        boolean sorted = true;
        long latest = Long.MIN_VALUE;
        for (RecordedEvent event : events) {
            if (!(event.get("index") instanceof Long index)) {
                return events;
            }
            sorted &= index >= latest;
            latest = index;
        }
        if (sorted) {
            return events;
        }
        List<RecordedEvent> inOrder = new ArrayList<>(events);
        inOrder.sort(Comparator.comparingLong(event -> (Long) Objects.requireNonNull(event.get("index"))));
        return inOrder;
    }

    private void append(RecordedEvent event) throws UnreadableHistoryException {
        String type = requiredWord(event, "type");
        now = event.get("time") == null ? now : Math.max(now, time(event, "time"));
        try {
            if (isOfNemesis(event)) {
                appendFault(event);
            } else if (type.equals("invoke")) {
                appendInvocation(event);
            } else {
                appendCompletion(event, type);
            }
        } catch (IllegalArgumentException refused) {
            throw text.error(event.place(), String.valueOf(refused.getMessage()));
        }
    }

    private static boolean isOfNemesis(RecordedEvent event) {
        return event.word("process") != null;
    }

    private void appendFault(RecordedEvent event) throws UnreadableHistoryException {
        Object what = event.get("value");
        history.fault(name(requiredWord(event, "f")), what instanceof String words ? words : EdnWriter.text(what), now);
    }

    /** As a {@link History} takes names; Jepsen's nemesis may do {@code :kill!}. */
    private static String name(String f) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < f.length(); i++) {
            char c = Character.toLowerCase(f.charAt(i));
            name.append((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-');
        }
        return name.toString();
    }

    private void appendInvocation(RecordedEvent event) throws UnreadableHistoryException {
        String f = f(event);
        boolean alone = event.get("process") == null;
        int process = alone ? ++highestProcess : liveProcess(process(event));
        String client = event.get("client") instanceof String name ? name : nameOf(event, process);
        long intendedAt = event.has("intended") ? Math.min(now, time(event, "intended")) : now;
        int index = history.invoke(process, client, f, key(event), input(event, f), intendedAt, now);
        if (alone) {
            openAlone.add(index);
        } else {
            openOfProcess.put(process(event), index);
        }
    }

    private static String nameOf(RecordedEvent event, int process) {
        return event.get("process") instanceof Long known
                ? History.nameless(known.intValue())
                : History.nameless(process);
    }

    /** Its own number, or the one under which it goes on. */
    private int liveProcess(int process) {
        return renamed.getOrDefault(process, process);
    }

    private String f(RecordedEvent event) throws UnreadableHistoryException {
        return isTransaction(event.get("value")) ? TRANSACTION : name(requiredWord(event, "f"));
    }

    private static boolean isTransaction(@Nullable Object value) {
        return value instanceof List<?> parts
                && !parts.isEmpty()
                && parts.stream()
                        .allMatch(part -> part instanceof List<?> words
                                && words.size() == 3
                                && words.get(0) instanceof Keyword what
                                && PARTS.containsKey(what));
    }

    /** The parts of a transaction, with the short names of what they do. */
    private static @Nullable Object words(@Nullable Object value) {
        if (!(value instanceof List<?> parts)) {
            return value;
        }
        List<@Nullable Object> shortened = new ArrayList<>();
        for (Object part : parts) {
            shortened.add(part instanceof List<?> words && words.size() == 3 ? shortened(words) : part);
        }
        return Collections.unmodifiableList(shortened);
    }

    private static List<?> shortened(List<?> words) {
        Object what = words.get(0);
        Keyword shorter = what instanceof Keyword known ? PARTS.get(known) : null;
        return shorter == null || shorter.equals(what)
                ? words
                : Collections.unmodifiableList(Arrays.asList(shorter, words.get(1), words.get(2)));
    }

    private static Map<Keyword, Keyword> parts() {
        Map<Keyword, Keyword> parts = new LinkedHashMap<>();
        for (String word : List.of("r", "w", "append")) {
            parts.put(new Keyword(word), new Keyword(word));
        }
        parts.put(new Keyword("read"), new Keyword("r"));
        parts.put(new Keyword("write"), new Keyword("w"));
        return Collections.unmodifiableMap(parts);
    }

    private @Nullable Object key(RecordedEvent event) {
        if (event.has("key")) {
            return event.get("key");
        }
        return keyed ? event.keyOfPair() : null;
    }

    private @Nullable Object input(RecordedEvent event, String f) {
        Object value = f.equals(TRANSACTION) ? words(event.get("value")) : event.payload(keyed);
        return f.equals(EdnWriter.COMPARE_AND_SET) && value instanceof List<?> pair && pair.size() == 2
                ? new CompareAndSet(pair.get(0), pair.get(1))
                : value;
    }

    private void appendCompletion(RecordedEvent event, String type) throws UnreadableHistoryException {
        int process = event.get("process") == null ? ALONE : process(event);
        int index = open(event, process);
        Operation operation = history.get(index);
        boolean named = event.word("f") != null && !operation.f().equals(TRANSACTION);
        if (named && !name(requiredWord(event, "f")).equals(operation.f())) {
            throw text.error(event.placeOf("f"), "the open operation of process " + process + " is a " + operation.f());
        }
        if (keyed && event.isPair() && !Objects.equals(event.keyOfPair(), operation.key())) {
            throw text.error(
                    event.placeOf("value"),
                    "the open operation of process " + process + " is on key " + EdnWriter.text(operation.key()));
        }
        switch (type) {
            case "ok" -> history.ok(index, answer(event, operation), now);
            case "fail" -> {
                if (sawAnotherValue(event, operation)) {
                    history.ok(index, false, now);
                } else {
                    history.fail(index, error(event), now);
                }
            }
            case "info" -> appendUnknown(event, index, process);
            default ->
                throw text.error(event.placeOf("type"), ":" + type + " is none of :invoke, :ok, :fail and :info");
        }
    }

    private void appendUnknown(RecordedEvent event, int index, int process) {
        if (!error(event).equals(JepsenEvent.OPEN_AT_THE_END)) {
            history.info(index, error(event), now);
            if (process != ALONE) {
                renamed.put(process, ++highestProcess);
            }
        }
    }

    /** The operation that this event completes, which is open no more. */
    private int open(RecordedEvent event, int process) throws UnreadableHistoryException {
        if (process == ALONE) {
            return openAlone(event);
        }
        Integer index = openOfProcess.remove(process);
        if (index == null) {
            throw text.error(event.place(), "process " + process + " has no operation open");
        }
        return index;
    }

    private int openAlone(RecordedEvent event) throws UnreadableHistoryException {
        String f = f(event);
        Integer found = null;
        for (Integer index : openAlone) {
            Operation operation = history.get(index);
            if (operation.f().equals(f) && (found == null || Objects.equals(operation.input(), input(event, f)))) {
                found = index;
            }
        }
        if (found == null) {
            throw text.error(event.place(), "no " + f + " is open, and the event has no :process");
        }
        openAlone.remove(found);
        return found;
    }

    private boolean sawAnotherValue(RecordedEvent event, Operation operation) {
        return operation.input() instanceof CompareAndSet asked
                && (error(event).equals(JepsenEvent.ANOTHER_VALUE)
                        || (failedComparisonsAreAnswers && asked.equals(input(event, operation.f()))));
    }

    private @Nullable Object answer(RecordedEvent event, Operation operation) {
        if (operation.input() instanceof CompareAndSet) {
            return true;
        }
        Object value = operation.f().equals(TRANSACTION) ? words(event.get("value")) : event.payload(keyed);
        boolean repeats = Objects.equals(value, operation.input());
        return repeats && !ANSWERED.contains(operation.f()) ? null : value;
    }

    private static String error(RecordedEvent event) {
        Object error = event.get("error");
        if (error == null) {
            return "no reason is given";
        }
        if (error instanceof String text) {
            return text;
        }
        return error instanceof Keyword keyword ? keyword.name() : EdnWriter.text(error);
    }

    private String requiredWord(RecordedEvent event, String name) throws UnreadableHistoryException {
        String word = event.word(name);
        if (word != null) {
            return word;
        }
        throw event.has(name)
                ? text.error(event.placeOf(name), ":" + name + " is not a keyword")
                : text.error(event.place(), "the event has no :" + name);
    }

    private long time(RecordedEvent event, String name) throws UnreadableHistoryException {
        if (event.get(name) instanceof Long time && time >= 0) {
            return time;
        }
        throw text.error(event.placeOf(name), ":" + name + " is not a number of nanoseconds from 0 on");
    }

    private int process(RecordedEvent event) throws UnreadableHistoryException {
        if (event.get("process") instanceof Long process && process >= 0 && process <= Integer.MAX_VALUE) {
            return process.intValue();
        }
        throw text.error(event.placeOf("process"), "a process is a number from 0 to " + Integer.MAX_VALUE);
    }
}
