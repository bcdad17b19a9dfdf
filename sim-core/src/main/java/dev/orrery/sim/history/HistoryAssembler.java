package dev.orrery.sim.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
 * <tr><td>{@code f}<td>what; {@code txn} where it is missing and the value is a list of lists. Of {@code register/read} the
 *     last word counts
 * <tr><td>{@code value}<td>what was asked with, of a completion the answer. Where every value asked with is a pair that
 *     begins with a number, a text or a keyword, the pairs are {@code [key value]}. The pair {@code [from to]} of a {@code
 *     cas} is a {@link CompareAndSet}
 * <tr><td>{@code key}<td>the key, if the value does not hold it
 * <tr><td>{@code time}<td>nanoseconds; an event without it happens when the one before did, and so does one that is said to
 *     have happened before it
 * <tr><td>{@code index}<td>the order, if all events have one; else they happened in the order of the text
 * <tr><td>{@code intended}, {@code client}, {@code error}<td>as {@link EdnWriter} writes them
 * </table>
 *
 * <p>An {@code ok} that repeats what was asked with has no answer of its own, except for transactions. A process that goes
 * on after an unknown outcome does so under a new number.
 */
public final class HistoryAssembler {
    /** The operation that is a list of reads and writes. */
    static final String TRANSACTION = "txn";

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
            highestProcess = Math.max(highestProcess, event.get("process") instanceof Long ? process(event) : 0);
            if ("invoke".equals(event.word("type")) && !isOfNemesis(event)) {
                keyed &= event.mayBeKeyed();
            }
        }
        for (RecordedEvent event : events) {
            append(event);
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
        if (!event.has("f") && event.get("value") instanceof List<?> parts && isTransaction(parts)) {
            return TRANSACTION;
        }
        return name(requiredWord(event, "f"));
    }

    private static boolean isTransaction(List<?> parts) {
        return parts.stream().allMatch(part -> part instanceof List);
    }

    private @Nullable Object key(RecordedEvent event) {
        if (event.has("key")) {
            return event.get("key");
        }
        return keyed ? event.keyOfPair() : null;
    }

    private @Nullable Object input(RecordedEvent event, String f) {
        Object value = event.payload(keyed);
        return f.equals(EdnWriter.COMPARE_AND_SET) && value instanceof List<?> pair && pair.size() == 2
                ? new CompareAndSet(pair.get(0), pair.get(1))
                : value;
    }

    private void appendCompletion(RecordedEvent event, String type) throws UnreadableHistoryException {
        int process = event.get("process") == null ? ALONE : process(event);
        int index = open(event, process);
        Operation operation = history.get(index);
        if (event.word("f") != null && !name(requiredWord(event, "f")).equals(operation.f())) {
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
        Object value = event.payload(keyed);
        boolean repeats = Objects.equals(value, operation.input());
        return repeats && !operation.f().equals(TRANSACTION) ? null : value;
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
