package dev.orrery.algorithms.encoding;

import dev.orrery.sim.history.CompareAndSet;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
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

    /**
     * Reads bytes from the first to the last, of which it is not sure that a {@link ByteWriter} wrote them.
     *
     * @param form reads what is expected
     * @throws IllegalArgumentException if they are not as expected, or if some are left over
     */
    public static void readAll(byte[] bytes, Consumer<ByteReader> form) {
        ByteReader in = new ByteReader(bytes);
        try {
            form.accept(in);
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("something is missing from " + bytes.length + " bytes", e);
        }
        if (in.at != bytes.length) {
            throw new IllegalArgumentException((bytes.length - in.at) + " bytes too many");
        }
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

    /** Bytes with their number before them. */
    public byte[] getBytes() {
        int length = getInt();
        int from = at;
        at = Objects.checkFromIndexSize(from, length, bytes.length) + length;
        return Arrays.copyOfRange(bytes, from, at);
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
