package dev.orrery.reports.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, read by name and kind; what does not fit is refused with the path to it. A list that is
 * not there is an empty one.
 */
final class Fields {

    /** Builds one element of a list. */
    interface Element<T> {
        T from(Fields fields) throws RunFolderException;
    }

    private final String path;
    private final Map<?, ?> values;

    private Fields(String path, Map<?, ?> values) {
        this.path = path;
        this.values = values;
    }

    /**
     * The object that a value is.
     *
     * @param path what to call the value in messages
     */
    static Fields of(String path, @Nullable Object value) throws RunFolderException {
        if (value instanceof Map<?, ?> map) {
            return new Fields(path, map);
        }
        throw new RunFolderException(path + " is not an object");
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    Fields object(String name) throws RunFolderException {
        return of(path(name), values.get(name));
    }

    String text(String name) throws RunFolderException {
        return require(name, "a text", values.get(name) instanceof String text ? text : null);
    }

    String text(String name, String otherwise) throws RunFolderException {
        return values.get(name) == null ? otherwise : text(name);
    }

    long number(String name) throws RunFolderException {
        return require(name, "a whole number", values.get(name) instanceof Long number ? number : null);
    }

    @Nullable
    Long optionalNumber(String name) throws RunFolderException {
        return values.get(name) == null ? null : (Long) number(name);
    }

    long number(String name, long otherwise) throws RunFolderException {
        return values.get(name) == null ? otherwise : number(name);
    }

    double fraction(String name) throws RunFolderException {
        return require(name, "a number", values.get(name) instanceof Number number ? number.doubleValue() : null);
    }

    boolean flag(String name) throws RunFolderException {
        return require(name, "true or false", values.get(name) instanceof Boolean flag ? flag : null);
    }

    <T> List<T> list(String name, Element<T> element) throws RunFolderException {
        List<T> list = new ArrayList<>();
        int i = 0;
        for (Object value : elements(name)) {
            list.add(element.from(of(path(name) + "[" + i++ + "]", value)));
        }
        return Collections.unmodifiableList(list);
    }

    List<String> texts(String name) throws RunFolderException {
        List<String> list = new ArrayList<>();
        for (Object value : elements(name)) {
            list.add(value instanceof String text ? text : String.valueOf(value));
        }
        return Collections.unmodifiableList(list);
    }

    List<Integer> indices(String name) throws RunFolderException {
        List<Integer> list = new ArrayList<>();
        for (Object value : elements(name)) {
            list.add(require(name, "a list of whole numbers", value instanceof Long number ? number.intValue() : null));
        }
        return Collections.unmodifiableList(list);
    }

    /** A list of pairs of whole numbers. */
    List<long[]> points(String name) throws RunFolderException {
        List<long[]> list = new ArrayList<>();
        for (Object value : elements(name)) {
            boolean isPoint = value instanceof List<?> pair
                    && pair.size() == 2
                    && pair.get(0) instanceof Long
                    && pair.get(1) instanceof Long;
            list.add(require(name, "a list of pairs of whole numbers", isPoint ? pair((List<?>) value) : null));
        }
        return Collections.unmodifiableList(list);
    }

    /** The fields of an object as text, in their order. */
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        values.forEach((name, value) -> words.put(String.valueOf(name), String.valueOf(value)));
        return Collections.unmodifiableMap(words);
    }

    /** The fields of an object in a field, as text; none where there is no such field. */
    Map<String, String> words(String name) throws RunFolderException {
        return values.get(name) == null
                ? Collections.emptySortedMap()
                : object(name).words();
    }

    private static long[] pair(List<?> pair) {
        return new long[] {((Number) pair.get(0)).longValue(), ((Number) pair.get(1)).longValue()};
    }

    private List<?> elements(String name) throws RunFolderException {
        Object value = values.get(name);
        return require(name, "a list", value == null ? List.of() : value instanceof List<?> list ? list : null);
    }

    private <T> T require(String name, String kind, @Nullable T value) throws RunFolderException {
        if (value == null) {
            throw new RunFolderException(path(name) + (values.containsKey(name) ? " is not " + kind : " is missing"));
        }
        return value;
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
