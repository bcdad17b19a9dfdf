package dev.orrery.sim.explore;

import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Mix;
import dev.orrery.sim.trace.RecordShapes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A 64-bit hash of a state that is being told, part by part and in order.
 *
 * <p>Under a renaming of nodes each {@link NodeId} counts as the one in its place, which is how states are found that differ
 * only in which of several like nodes did what. So a fingerprint must take in ids as ids, and not as their indices or names.
 */
public final class Fingerprint {
    private static final long BEGIN = 0x4F52524552590001L;
    private static final long NOTHING = 0x6E6F6E65;

    private final RecordShapes shapes;
    private final Renaming renaming;
    private long hash = BEGIN;

    Fingerprint(RecordShapes shapes, Renaming renaming) {
        this.shapes = shapes;
        this.renaming = renaming;
    }

    /** Takes in a number. */
    public Fingerprint number(long number) {
        hash = Mix.mix64(Long.rotateLeft(hash, 23) * 0x9E3779B97F4A7C15L + number);
        return this;
    }

    /** Takes in yes or no. */
    public Fingerprint flag(boolean flag) {
        return number(flag ? 1 : 0);
    }

    /**
     * Takes in a value as messages hold them: numbers, strings, enums, node ids, byte arrays, records and lists of such; null
     * is a value too.
     *
     * @throws IllegalArgumentException if it is of another class, whose content nobody knows
     */
    public Fingerprint value(@Nullable Object value) {
        if (value == null) {
            number(NOTHING);
        } else if (value instanceof NodeId node) {
            number(renaming.of(node.index()));
        } else if (value instanceof Number number) {
            number(number.longValue());
        } else if (value instanceof Boolean flag) {
            flag(flag);
        } else if (value instanceof CharSequence text) {
            number(Mix.hash(text.toString()));
        } else if (value instanceof Enum<?> word) {
            number(Mix.hash(word.name()));
        } else if (value instanceof byte[] bytes) {
            number(bytes.length).number(Arrays.hashCode(bytes)).number(Mix.hash(Arrays.toString(bytes)));
        } else if (value instanceof List<?> list) {
            number(list.size());
            list.forEach(this::value);
        } else if (value instanceof Record record) {
            record(record);
        } else {
            throw new IllegalArgumentException(
                    "nobody knows what is in a " + value.getClass().getName());
        }
        return this;
    }

    private void record(Record record) {
        number(Mix.hash(record.getClass().getName()));
        for (RecordShapes.Component component : shapes.of(record.getClass())) {
            value(component.of(record));
        }
    }

    /**
     * Takes in what has no order, such as what was heard of each of several nodes.
     *
     * @param each takes one element into a fingerprint of its own
     */
    public <T> Fingerprint unordered(Iterable<T> elements, BiConsumer<Fingerprint, T> each) {
        long sum = 0;
        for (T element : elements) {
            Fingerprint one = new Fingerprint(shapes, renaming);
            each.accept(one, element);
            sum += one.hash();
        }
        return number(sum);
    }

    /** Takes in a map whose order means nothing. */
    public Fingerprint map(Map<?, ?> map) {
        return unordered(
                map.entrySet(), (into, entry) -> into.value(entry.getKey()).value(entry.getValue()));
    }

    /** Takes in what tells its own state, or its class's name if it does not. */
    public Fingerprint part(@Nullable Object part) {
        if (part instanceof Fingerprinted known) {
            known.fingerprint(this);
        } else {
            number(part == null ? NOTHING : Mix.hash(part.getClass().getName()));
        }
        return this;
    }

    long hash() {
        return hash;
    }
}
