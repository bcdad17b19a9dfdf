package dev.orrery.algorithms.encoding;

import dev.orrery.sim.history.CompareAndSet;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A growing array of bytes that numbers and values are written to, big-endian; {@link ByteReader} reads them back. */
public final class ByteWriter {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[256];
    private int size;

    /** Forgets what was written; the space is used again. */
    public void clear() {
        size = 0;
    }

    /** One byte. */
    public void putByte(byte value) {
        int at = reserve(1);
        bytes[at] = value;
    }

    /** Four bytes. */
    public void putInt(int value) {
        int at = reserve(Integer.BYTES);
        INT.set(bytes, at, value);
    }

    /** Eight bytes. */
    public void putLong(long value) {
        int at = reserve(Long.BYTES);
        LONG.set(bytes, at, value);
    }

    /** Bytes as they are, with their number before them. */
    public void putBytes(byte[] value) {
        putInt(value.length);
        int at = reserve(value.length);
        System.arraycopy(value, 0, bytes, at, value.length);
    }

    /** A string: its length in bytes and then its UTF-8. */
    public void putString(String value) {
        int length = value.length();
        int at = reserve(Integer.BYTES + length);
        INT.set(bytes, at, length);
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                size = at;
                putUtf8(value);
                return;
            }
            bytes[at + Integer.BYTES + i] = (byte) c;
        }
    }

    /** Nearly all strings are ASCII, which is UTF-8 as it stands; this is for the others. */
    private void putUtf8(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        putInt(utf8.length);
        int at = reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, at, utf8.length);
    }

    /**
     * A value with its type: null, a {@code Boolean}, {@code Long}, {@code Integer} or {@code String}, a {@link
     * CompareAndSet} of such values, or a list of them.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public void putValue(@Nullable Object value) {
        if (value == null) {
            putByte(Tags.NULL);
        } else if (value instanceof Long number) {
            putByte(Tags.LONG);
            putLong(number);
        } else if (value instanceof Boolean flag) {
            putByte(flag ? Tags.TRUE : Tags.FALSE);
        } else if (value instanceof Integer number) {
            putByte(Tags.INTEGER);
            putInt(number);
        } else if (value instanceof String text) {
            putByte(Tags.STRING);
            putString(text);
        } else if (value instanceof CompareAndSet change) {
            putByte(Tags.COMPARE_AND_SET);
            putValue(change.from());
            putValue(change.to());
        } else if (value instanceof List<?> list) {
            putByte(Tags.LIST);
            putInt(list.size());
            list.forEach(this::putValue);
        } else {
            throw new IllegalArgumentException("a " + value.getClass().getSimpleName() + " has no form in bytes");
        }
    }

    /** How many bytes {@link #putValue} writes, or about as many where a text is not ASCII. */
    public static int sizeOf(@Nullable Object value) {
        if (value instanceof Long) {
            return 1 + Long.BYTES;
        } else if (value instanceof Integer) {
            return 1 + Integer.BYTES;
        } else if (value instanceof String text) {
            return 1 + Integer.BYTES + text.length();
        } else if (value instanceof CompareAndSet change) {
            return 1 + sizeOf(change.from()) + sizeOf(change.to());
        } else if (value instanceof List<?> list) {
            int size = 1 + Integer.BYTES;
            for (Object element : list) {
                size += sizeOf(element);
            }
            return size;
        }
        return 1;
    }

    /** How many bytes were written since the last {@link #clear}. */
    public int size() {
        return size;
    }

    /** Begins with the {@link #size} bytes that were written, and is written over after the next {@link #clear}. */
    public byte[] buffer() {
        return bytes;
    }

    /** A copy of all that was written since the last {@link #clear}. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Makes room, perhaps in another array, and answers where it begins. */
    private int reserve(int count) {
        int at = size;
        size = Math.addExact(size, count);
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size, 2 * bytes.length));
        }
        return at;
    }
}
