package dev.orrery.sim.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One event of Jepsen's form of a history: a map whose fields know their places.
 *
 * @param place where the map begins, as {@link EdnParser#place} counts
 * @param fields by the names of their keywords
 */
record EdnEvent(int place, Map<String, Field> fields) {

    /** A value and where it stands. */
    record Field(@Nullable Object value, int place) {}

    static EdnEvent read(EdnParser parser) throws EdnException {
        parser.goPastTag();
        int start = parser.place();
        if (!parser.goPast('{')) {
            throw parser.error(start, "an event is a map, in braces");
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        while (!parser.goPast('}')) {
            if (parser.atEnd()) {
                throw parser.error(start, "'{' is never closed");
            }
            int keyPlace = parser.place();
            if (!(parser.value() instanceof Keyword key)) {
                throw parser.error(keyPlace, "the keys of an event are keywords, such as :type");
            }
            int place = parser.place();
            if (fields.put(key.name(), new Field(parser.value(), place)) != null) {
                throw parser.error(keyPlace, "the event has " + key + " twice");
            }
        }
        return new EdnEvent(start, fields);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The field's value; null if there is none. */
    @Nullable
    Object get(String name) {
        Field field = fields.get(name);
        return field == null ? null : field.value();
    }

    /** Where the field's value stands, or else the event. */
    int placeOf(String name) {
        Field field = fields.get(name);
        return field == null ? place : field.place();
    }

    boolean is(String name, String keyword) {
        return get(name) instanceof Keyword value && value.name().equals(keyword);
    }

    boolean isOfClient() {
        return get("process") instanceof Long;
    }

    /** Whether the value may be {@code [key value]}. That of a compare-and-set is then {@code [key [from to]]}. */
    boolean mayBeKeyed() {
        return get("value") instanceof List<?> pair
                && pair.size() == 2
                && isScalar(pair.get(0))
                && (!is("f", EdnWriter.COMPARE_AND_SET) || isPair(pair.get(1)));
    }

    /** Whether the value is a pair. */
    boolean isPair() {
        return isPair(get("value"));
    }

    /** The first of the pair that the value is. */
    @Nullable
    Object key() {
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
}
