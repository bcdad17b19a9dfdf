package dev.orrery.algorithms.statemachine;

import dev.orrery.algorithms.encoding.ByteReader;
import dev.orrery.algorithms.encoding.ByteWriter;
import dev.orrery.sim.history.CompareAndSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values by key. Null stands for no value, also in a compare-and-set.
 *
 * <table>
 * <caption>Its operations</caption>
 * <tr><th>f<th>asked with<th>answer
 * <tr><td>read<td>nothing<td>the value, null for none
 * <tr><td>write<td>the value<td>null
 * <tr><td>cas<td>a {@link CompareAndSet}<td>{@code true} if the value was {@code from} and is now {@code to}
 * <tr><td>delete<td>nothing<td>null
 * </table>
 */
public final class KeyValueStore implements StateMachine {
    /** The names of its operations. */
    public static final List<String> OPERATIONS = List.of("read", "write", "cas", "delete");

    private final Map<@Nullable Object, Object> values = new LinkedHashMap<>();

    /** Whether an operation changes nothing, whatever the state. */
    public static boolean onlyLooks(String f) {
        return f.equals("read");
    }

    @Override
    public boolean isReadOnly(String f) {
        return onlyLooks(f);
    }

    @Override
    public @Nullable Object apply(String f, @Nullable Object key, @Nullable Object value) {
        return switch (f) {
            case "read" -> values.get(key);
            case "write" -> write(key, value);
            case "cas" -> compareAndSet(key, value);
            case "delete" -> write(key, null);
            default -> null;
        };
    }

    /** The values as they stand in the store: {@code count 4 | key, value | ...}. */
    @Override
    public byte[] snapshot() {
        ByteWriter out = new ByteWriter();
        out.putInt(values.size());
        values.forEach((key, value) -> {
            out.putValue(key);
            out.putValue(value);
        });
        return out.toByteArray();
    }

    @Override
    public void restore(byte[] snapshot) {
        values.clear();
        ByteReader.readAll(snapshot, in -> {
            for (int left = in.getInt(); left > 0; left--) {
                write(in.getValue(), in.getValue());
            }
        });
    }

    private @Nullable Object write(@Nullable Object key, @Nullable Object value) {
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
        return null;
    }

    private @Nullable Boolean compareAndSet(@Nullable Object key, @Nullable Object value) {
        if (!(value instanceof CompareAndSet change)) {
            return null;
        }
        if (!Objects.equals(values.get(key), change.from())) {
            return false;
        }
        write(key, change.to());
        return true;
    }
}
