package dev.orrery.scenarios.history;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as whole numbers, for formats that have nothing else: what is a number already stays what it is if all of them are
 * and none is below a least one; else they are numbered from there in the order in which they come.
 */
final class Numbering {
    private final Map<Object, Long> numbers = new LinkedHashMap<>();

    private Numbering() {}

    static Numbering of(Collection<?> values, long least) {
        Numbering numbering = new Numbering();
        boolean plain = values.stream().allMatch(value -> value instanceof Long number && number >= least);
        for (Object value : values) {
            numbering.numbers.putIfAbsent(value, plain ? (Long) value : least + numbering.numbers.size());
        }
        return numbering;
    }

    /** The number of one of the values. */
    long of(@Nullable Object value) {
        Long number = numbers.get(value);
        if (number == null) {
            throw new IllegalArgumentException(value + " was not numbered");
        }
        return number;
    }
}
