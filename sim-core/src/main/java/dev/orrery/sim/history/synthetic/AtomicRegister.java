package dev.orrery.sim.history.synthetic;

import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.random.RandomStream;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Registers that are read and written, and perhaps compared and set. There is nothing in them at first.
 *
 * <p>The lie is the next answer to a read. Where values are unique, it is the value that was overwritten a hundred writes
 * ago; else it is the least value that nobody writes.
 */
public final class AtomicRegister implements AtomicObject {
    private static final int STALE = 100;

    /** What clients ask for. */
    public enum Operations {
        /** As many reads as writes. */
        READ_WRITE,
        /** As many of each as of the others. */
        READ_WRITE_CAS
    }

    private final Operations operations;
    private final int keys;
    private final int values;
    private final Lie lie;
    private final Map<Optional<Object>, ArrayDeque<Long>> written = new LinkedHashMap<>();
    private long asked;

    private AtomicRegister(Operations operations, int keys, int values, long lieAt) {
        this.operations = operations;
        this.keys = keys;
        this.values = values;
        this.lie = new Lie(lieAt);
    }

    /** One register with a few values, from 0. */
    public static AtomicRegister ofFewValues(Operations operations, int values) {
        return new AtomicRegister(operations, 0, values, HONEST);
    }

    /**
     * Registers to which each value is written once.
     *
     * @param keys how many, 0 for one that has no key
     */
    public static AtomicRegister ofUniqueValues(Operations operations, int keys) {
        return new AtomicRegister(operations, keys, 0, HONEST);
    }

    /** The same at its beginning, but it lies once it has served so many operations. */
    public AtomicRegister lyingAt(long operation) {
        return new AtomicRegister(operations, keys, values, operation);
    }

    @Override
    public Request ask(int client, RandomStream random) {
        Object key = keys == 0 ? null : (Object) random.below((long) keys);
        int choice = random.below(operations == Operations.READ_WRITE ? 2 : 3);
        return switch (choice) {
            case 0 -> new Request(client, "read", key, null);
            case 1 -> new Request(client, "write", key, value(random));
            default -> new Request(client, "cas", key, new CompareAndSet(expected(key, random), value(random)));
        };
    }

    private long value(RandomStream random) {
        return values == 0 ? ++asked : random.below((long) values);
    }

    /** What a client thinks is there: of unique values the newest, or it would never be right. */
    private @Nullable Long expected(@Nullable Object key, RandomStream random) {
        return values == 0 ? register(key).peekLast() : Long.valueOf(random.below((long) values));
    }

    @Override
    public Reply serve(Request request, boolean heard) {
        ArrayDeque<Long> register = register(request.key());
        lie.comeNearer();
        return new Reply.Done(
                switch (request.f()) {
                    case "read" -> lie.isDue(heard) ? falseAnswer(register) : register.peekLast();
                    case "write" -> {
                        write(register, Objects.requireNonNull((Long) request.input()));
                        yield null;
                    }
                    default -> compareAndSet(register, Objects.requireNonNull((CompareAndSet) request.input()));
                });
    }

    private ArrayDeque<Long> register(@Nullable Object key) {
        return written.computeIfAbsent(Optional.ofNullable(key), unused -> new ArrayDeque<>());
    }

    private @Nullable Long falseAnswer(ArrayDeque<Long> register) {
        return values == 0 ? register.peekFirst() : Long.valueOf(values);
    }

    private static void write(ArrayDeque<Long> register, Long value) {
        register.addLast(value);
        if (register.size() > STALE) {
            register.removeFirst();
        }
    }

    private static boolean compareAndSet(ArrayDeque<Long> register, CompareAndSet change) {
        if (!Objects.equals(register.peekLast(), change.from())) {
            return false;
        }
        write(register, Objects.requireNonNull((Long) change.to()));
        return true;
    }
}
