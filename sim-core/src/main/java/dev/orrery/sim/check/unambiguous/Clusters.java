package dev.orrery.sim.check.unambiguous;

import dev.orrery.sim.history.Interval;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote and who read each value of a register. Values are numbered as they come, the initial one, none, is {@link
 * #INITIAL}; operations are known by their place in the list.
 */
final class Clusters {
    static final int NONE = -1;
    static final int INITIAL = 0;

    private final Map<Optional<Object>, Integer> numbers = new LinkedHashMap<>();
    /** By operation: the value that it reads or writes, or NONE. */
    private final int[] values;
    /** By value: who writes it, and which value a compare-and-set needs for that. */
    private int[] writers = new int[16];

    private int[] sources = new int[16];
    private int size;

    Clusters(int operations) {
        values = new int[operations];
        Arrays.fill(values, NONE);
        number(null);
    }

    void read(int operation, @Nullable Object value) {
        values[operation] = number(value);
    }

    /** False if somebody else writes this value. */
    boolean write(int operation, Object value) {
        int number = number(value);
        if (writers[number] != NONE) {
            return false;
        }
        values[operation] = number;
        writers[number] = operation;
        return true;
    }

    /** The writer of {@code to} must find {@code from}. */
    void link(@Nullable Object from, @Nullable Object to) {
        int source = number(from);
        sources[number(to)] = source;
    }

    private int number(@Nullable Object value) {
        Integer known = numbers.putIfAbsent(Optional.ofNullable(value), size);
        if (known != null) {
            return known;
        }
        if (size == writers.length) {
            writers = Arrays.copyOf(writers, 2 * size);
            sources = Arrays.copyOf(sources, 2 * size);
        }
        writers[size] = NONE;
        sources[size] = NONE;
        return size++;
    }

    /** How many values there are. */
    int size() {
        return size;
    }

    int value(int operation) {
        return values[operation];
    }

    int writer(int value) {
        return writers[value];
    }

    /** The value that this value's writer must find, or NONE. */
    int source(int value) {
        return sources[value];
    }

    boolean isWriter(int operation) {
        return values[operation] != NONE && writers[values[operation]] == operation;
    }

    /** By value: whether it certainly was the register's, since somebody was answered who wrote it or found it. */
    boolean[] occurred(List<Interval> object) {
        boolean[] occurred = new boolean[size];
        for (int i = 0; i < values.length; i++) {
            if (object.get(i).isAnswered()) {
                occurred[values[i]] = true;
                if (isWriter(i) && sources[values[i]] != NONE) {
                    occurred[sources[values[i]]] = true;
                }
            }
        }
        return occurred;
    }

    /** A compare-and-set of unknown outcome whose value occurred, or NONE. */
    int unsureLink(List<Interval> object) {
        boolean[] occurred = occurred(object);
        for (int value = 0; value < size; value++) {
            if (occurred[value]
                    && sources[value] != NONE
                    && !object.get(writers[value]).isAnswered()) {
                return writers[value];
            }
        }
        return NONE;
    }
}
