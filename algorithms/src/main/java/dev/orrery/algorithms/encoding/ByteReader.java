package dev.orrery.algorithms.encoding;

import dev.orrery.sim.history.CompareAndSet;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads back what a {@link ByteWriter} wrote, in the same order. Bytes that no writer wrote are an
 * {@link IllegalArgumentException} or an {@link IndexOutOfBoundsException}: whoever reads from a disk checks first that
 * they are whole.
 */
public final class ByteReader {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private int at;

    /** Reads from the first byte on. */
    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** One byte. */
    public byte getByte() {
        return bytes[at++];
    }

    /** Four bytes. */
    public int getInt() {
        at += Integer.BYTES;
        return (int) INT.get(bytes, at - Integer.BYTES);
    }

    /** Eight bytes. */
    public long getLong() {
        at += Long.BYTES;
        return (long) LONG.get(bytes, at - Long.BYTES);
    }

    /** A string. */
    public String getString() {
        int length = getInt();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    /** A value with its type. */
    public @Nullable Object getValue() {
        byte tag = getByte();
        return switch (tag) {
            case Tags.NULL -> null;
            case Tags.FALSE -> false;
            case Tags.TRUE -> true;
            case Tags.LONG -> getLong();
            case Tags.INTEGER -> getInt();
            case Tags.STRING -> getString();
            case Tags.COMPARE_AND_SET -> new CompareAndSet(getValue(), getValue());
            case Tags.LIST -> getList();
            default -> throw new IllegalArgumentException("no value begins with byte " + tag);
        };
    }

    private List<@Nullable Object> getList() {
        int size = getInt();
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(getValue());
        }
        return Collections.unmodifiableList(list);
    }
}
