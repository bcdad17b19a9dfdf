package dev.orrery.sim.history;

import dev.orrery.sim.history.Operation.Outcome;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every client operation of one run, and every fault that was done to it, appended as it happens and never changed
 * afterwards.
 *
 * <p>Times are virtual nanoseconds, at least 0 and never less than the one appended before. A logical client
 * ({@code process}, at least 0) has one operation open at a time, and after an unknown outcome it is retired: its client
 * goes on under a new number, as Jepsen has it, since the old operation may still take effect. Whatever breaks these rules
 * is refused with an {@link IllegalArgumentException} and leaves the history as it was. {@link ClientRecorder} gives out
 * the numbers.
 */
public final class History {

    /**
     * One event of a history.
     *
     * @param operation whose event it is; the view already knows how the operation completed, if it has
     * @param invocation whether it was invoked here, or else completed
     */
    public record Event(Operation operation, boolean invocation) {}

    /**
     * What the nemesis did.
     *
     * @param f what, for example {@code start-partition} or {@code stop-partition}
     * @param what to whom and how, in plain words
     * @param at virtual nanoseconds
     * @param eventsBefore how many of {@link #events} were appended before it
     */
    public record Fault(String f, String what, long at, int eventsBefore) {}

    /** Told of each event of an operation when it has been appended. */
    public interface Listener {
        /** An operation was invoked. */
        void invoked(Operation operation);

        /** An operation completed. */
        void completed(Operation operation);
    }

    private final List<Listener> listeners = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final TreeMap<Integer, Integer> latestOfProcess = new TreeMap<>();

    /** An operation's index at its invocation, the complement of the index at its completion. */
    private int[] events = new int[64];

    private int eventCount;
    private long lastAt;

    /** An empty history. */
    public History() {}

    /** An empty history that somebody listens to, as a trace does. */
    public History(Listener listener) {
        listeners.add(listener);
    }

    /** Tells one more of what is appended from now on; the ones that were there before are told first. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** Appends an invocation by a client that has no name but its process number. */
    public int invoke(int process, String f, @Nullable Object key, @Nullable Object value, long intendedAt, long at) {
        return invoke(process, nameless(process), f, key, value, intendedAt, at);
    }

    /**
     * Appends an invocation.
     *
     * @param client the client's name, for people to read
     * @param f a lower-case name of letters, digits and hyphens
     * @param intendedAt when the client meant to ask, at most {@code at}
     * @return the operation's index, to complete it with
     */
    public int invoke(
            int process,
            String client,
            String f,
            @Nullable Object key,
            @Nullable Object value,
            long intendedAt,
            long at) {
        if (process < 0) {
            throw refused("process " + process + " is negative");
        }
        requireName(f);
        if (intendedAt < 0 || intendedAt > at) {
            throw refused("an operation invoked at " + at + " cannot be intended for " + intendedAt);
        }
        requireNotBefore(at);
        requireFree(process);
        int index = operations.size();
        operations.add(new Operation(
                index, process, client, f, key, value, null, intendedAt, at, Operation.NEVER, Outcome.OPEN, null));
        latestOfProcess.put(process, index);
        append(index, at);
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).invoked(operations.get(index));
        }
        return index;
    }

    /** Appends that the operation took effect and was answered with this value, which may be null. */
    public void ok(int operation, @Nullable Object value, long at) {
        complete(operation, Outcome.OK, value, null, at);
    }

    /** Appends that the operation certainly took no effect and never will, and why. */
    public void fail(int operation, String why, long at) {
        complete(operation, Outcome.FAIL, null, why, at);
    }

    /** Appends that nobody knows whether the operation takes effect, and why; this retires its process. */
    public void info(int operation, String why, long at) {
        complete(operation, Outcome.INFO, null, why, at);
    }

    /**
     * Appends what the nemesis did.
     *
     * @param f a lower-case name of letters, digits and hyphens; a fault that lasts begins with {@code start-} and ends
     *     with {@code stop-}
     * @param what to whom and how, in plain words
     */
    public void fault(String f, String what, long at) {
        requireName(f);
        requireNotBefore(at);
        faults.add(new Fault(f, what, at, eventCount));
        lastAt = at;
    }

    /** How many operations were invoked. */
    public int size() {
        return operations.size();
    }

    /** The operation with this index, as far as it is known now; an {@link IndexOutOfBoundsException} if there is none. */
    public Operation get(int operation) {
        return operations.get(operation);
    }

    /** All operations in the order of invocation: a live view that cannot be changed. */
    public List<Operation> operations() {
        return Collections.unmodifiableList(operations);
    }

    /** How many operations completed, or are open, in this way. */
    public int count(Outcome outcome) {
        int count = 0;
        for (Operation operation : operations) {
            if (operation.outcome() == outcome) {
                count++;
            }
        }
        return count;
    }

    /** What the nemesis did, in order: a live view that cannot be changed. */
    public List<Fault> faults() {
        return Collections.unmodifiableList(faults);
    }

    /** The time of the latest event or fault in virtual nanoseconds, 0 if there is none. */
    public long lastAt() {
        return lastAt;
    }

    /** All events of operations in the order in which they were appended: a live view that cannot be changed. */
    public List<Event> events() {
        return new AbstractList<>() {
            @Override
            public Event get(int i) {
                int event = events[Objects.checkIndex(i, eventCount)];
                return event >= 0 ? new Event(operations.get(event), true) : new Event(operations.get(~event), false);
            }

            @Override
            public int size() {
                return eventCount;
            }
        };
    }

    /** What a client is called that has no name but its process number. */
    static String nameless(int process) {
        return "client " + process;
    }

    private void complete(int index, Outcome how, @Nullable Object answer, @Nullable String why, long at) {
        if (index < 0 || index >= operations.size()) {
            throw refused("there is no operation " + index);
        }
        Operation operation = operations.get(index);
        if (operation.outcome() != Outcome.OPEN) {
            throw refused("operation " + index + " has already completed");
        }
        requireNotBefore(at);
        operations.set(index, operation.completed(how, answer, why, at));
        append(~index, at);
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).completed(operations.get(index));
        }
    }

    private void append(int event, long at) {
        if (eventCount == events.length) {
            events = Arrays.copyOf(events, 2 * eventCount);
        }
        events[eventCount++] = event;
        lastAt = at;
    }

    private void requireFree(int process) {
        Integer latest = latestOfProcess.get(process);
        Outcome outcome = latest == null ? Outcome.OK : operations.get(latest).outcome();
        if (outcome == Outcome.OPEN) {
            throw refused("process " + process + " still has operation " + latest + " open");
        }
        if (outcome == Outcome.INFO) {
            throw refused(
                    "process " + process + " is retired, since the outcome of its operation " + latest + " is unknown");
        }
    }

    private void requireNotBefore(long at) {
        if (at < lastAt) {
            throw refused("time " + at + " is before " + lastAt + ", which was appended already");
        }
    }

    private static void requireName(String f) {
        boolean isName = !f.isEmpty();
        for (int i = 0; i < f.length(); i++) {
            char c = f.charAt(i);
            isName &= (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        }
        if (!isName) {
            throw refused("'" + f + "' is not a name of lower-case letters, digits and hyphens");
        }
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException(why);
    }
}
