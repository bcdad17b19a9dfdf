package dev.orrery.sim.history;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One event as somebody recorded it: a few fields with names, each of which knows its place in the text. Which names mean
 * something is up to {@link HistoryAssembler}.
 *
 * <p>Values are those of EDN: null, booleans, numbers (whole ones as {@code Long} where they fit), strings, {@link
 * Keyword}s, lists, sets and maps.
 */
public final class RecordedEvent {
    private static final int USUAL_FIELDS = 8;

    private final int place;
    private String[] names = new String[USUAL_FIELDS];
    private @Nullable Object[] values = new @Nullable Object[USUAL_FIELDS];
    private int[] places = new int[USUAL_FIELDS];
    private int size;

    /**
     * An event without fields.
     *
     * @param place where it begins
     */
    public RecordedEvent(int place) {
        this.place = place;
    }

    /**
     * Adds a field.
     *
     * @param place where the value stands
     * @return false if there is one of this name already; the event is then as it was
     */
    public boolean add(String name, @Nullable Object value, int place) {
        if (has(name)) {
            return false;
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
            places = Arrays.copyOf(places, 2 * size);
        }
        names[size] = name;
        values[size] = value;
        places[size++] = place;
        return true;
    }

    int place() {
        return place;
    }

    boolean has(String name) {
        return field(name) >= 0;
    }

    /** The field's value; null if there is none. */
    @Nullable
    Object get(String name) {
        int field = field(name);
        return field < 0 ? null : values[field];
    }

    /** Where the field's value stands, or else the event. */
    int placeOf(String name) {
        int field = field(name);
        return field < 0 ? place : places[field];
    }

    /** The keyword or string that the field is, without its namespace; null if it is neither. */
    @Nullable
    String word(String name) {
        Object value = get(name);
        if (value instanceof Keyword keyword) {
            return keyword.name().substring(keyword.name().lastIndexOf('/') + 1);
        }
        return value instanceof String text ? text : null;
    }

    /** Whether the value may be {@code [key value]}. That of a compare-and-set is then {@code [key [from to]]}. */
    boolean mayBeKeyed() {
        return get("value") instanceof List<?> pair
                && pair.size() == 2
                && isScalar(pair.get(0))
                && (!EdnWriter.COMPARE_AND_SET.equals(word("f")) || isPair(pair.get(1)));
    }

    /** Whether the value is a pair. */
    boolean isPair() {
        return isPair(get("value"));
    }

    /** The first of the pair that the value is. */
    @Nullable
    Object keyOfPair() {
        return ((List<?>) Objects.requireNonNull(get("value"))).get(0);
    }

    /** The value, without its key if it has one. */
    @Nullable
    Object payload(boolean keyed) {
        Object value = get("value");
        return keyed && value instanceof List<?> pair && pair.size() == 2 ? pair.get(1) : value;
    }

    static boolean isPair(@Nullable Object value) {
        return value instanceof List<?> list && list.size() == 2;
    }

    private static boolean isScalar(@Nullable Object value) {
        return value != null && !(value instanceof Iterable) && !(value instanceof Map);
    }

    private int field(String name) {
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
