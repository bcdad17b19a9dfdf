package dev.orrery.sim.trace;

import dev.orrery.sim.node.NodeId;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Values as JSON, the same in every process: records by their components, lists and arrays in their order, sets and maps
 * without an order of their own sorted by their text, a {@link NodeId} and an enum by its name. A number with a fraction
 * is written with its exact value, since its usual text differs between Java releases. Whatever else there is shows its
 * class and nothing more, since its text might tell its place in memory.
 */
final class ValueText {
    private static final int SHORT_BYTES = 32;

    private final RecordShapes shapes = new RecordShapes();
    private final boolean allBytes;

    /**
     * A way to write values.
     *
     * @param allBytes whether byte arrays of more than {@value #SHORT_BYTES} bytes are written out; else they show their
     *     length
     */
    ValueText(boolean allBytes) {
        this.allBytes = allBytes;
    }

    RecordShapes shapes() {
        return shapes;
    }

    void write(@Nullable Object value, JsonText out) {
        if (value == null) {
            out.raw("null");
        } else if (value instanceof String text) {
            out.string(text);
        } else if (value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte) {
            out.number(((Number) value).longValue());
        } else if (value instanceof Boolean truth) {
            out.raw(truth ? "true" : "false");
        } else if (value instanceof NodeId node) {
            out.string(node.name());
        } else if (value instanceof Record record) {
            writeRecord(record, out);
        } else if (value instanceof Enum<?> constant) {
            out.string(constant.name());
        } else if (value instanceof byte[] bytes) {
            writeBytes(bytes, out);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map, out);
        } else if (value instanceof Collection<?> values) {
            writeCollection(values, out);
        } else {
            writeRare(value, out);
        }
    }

    private void writeRecord(Record record, JsonText out) {
        out.raw('{');
        RecordShapes.Component[] components = shapes.of(record.getClass());
        for (int i = 0; i < components.length; i++) {
            if (i > 0) {
                out.raw(',');
            }
            out.string(components[i].name()).raw(':');
            write(components[i].of(record), out);
        }
        out.raw('}');
    }

    private void writeBytes(byte[] bytes, JsonText out) {
        if (bytes.length > SHORT_BYTES && !allBytes) {
            out.string(bytes.length + " bytes");
            return;
        }
        out.raw("\"0x");
        for (byte b : bytes) {
            out.hex(b, 2);
        }
        out.raw('"');
    }

    private void writeCollection(Collection<?> values, JsonText out) {
        boolean ordered = values instanceof List
                || values instanceof SortedSet
                || values instanceof LinkedHashSet
                || values.size() < 2;
        String separator = "[";
        if (ordered) {
            for (Object value : values) {
                out.raw(separator);
                write(value, out);
                separator = ",";
            }
        } else {
            TreeSet<String> texts = new TreeSet<>();
            values.forEach(value -> texts.add(text(value)));
            for (String text : texts) {
                out.raw(separator).json(text);
                separator = ",";
            }
        }
        out.raw(values.isEmpty() ? "[]" : "]");
    }

    private void writeMap(Map<?, ?> map, JsonText out) {
        boolean ordered = map instanceof SortedMap || map instanceof LinkedHashMap;
        Map<String, @Nullable Object> byText = ordered ? new LinkedHashMap<>() : new TreeMap<>();
        map.forEach((key, value) -> byText.put(key instanceof String name ? name : text(key), value));
        String separator = "{";
        for (Map.Entry<String, @Nullable Object> entry : byText.entrySet()) {
            out.raw(separator).string(entry.getKey()).raw(':');
            write(entry.getValue(), out);
            separator = ",";
        }
        out.raw(map.isEmpty() ? "{}" : "}");
    }

    private void writeRare(Object value, JsonText out) {
        if (value instanceof Double || value instanceof Float) {
            writeFraction(((Number) value).doubleValue(), out);
        } else if (value instanceof Character) {
            out.string(value.toString());
        } else if (value instanceof Number number && number.getClass().getName().startsWith("java.math.")) {
            out.raw(number.toString());
        } else if (value.getClass().isArray()) {
            out.raw('[');
            for (int i = 0; i < Array.getLength(value); i++) {
                if (i > 0) {
                    out.raw(',');
                }
                write(Array.get(value, i), out);
            }
            out.raw(']');
        } else {
            out.string("a " + value.getClass().getSimpleName());
        }
    }

    private static void writeFraction(double value, JsonText out) {
        if (Double.isFinite(value)) {
            out.raw(new BigDecimal(value).toString());
        } else {
            out.string(Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
    }

    /** The value's JSON as a string of its own. */
    String text(@Nullable Object value) {
        JsonText text = new JsonText();
        write(value, text);
        return text.toString();
    }
}
