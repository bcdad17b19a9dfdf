package dev.orrery.algorithms.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.sim.history.CompareAndSet;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ByteWriterTest {
    private final ByteWriter out = new ByteWriter();

    private ByteReader written() {
        return new ByteReader(out.toByteArray());
    }

    @Test
    void numbersAndStringsComeBackInOrder() {
        out.putByte((byte) -7);
        out.putInt(Integer.MIN_VALUE);
        out.putLong(Long.MAX_VALUE);
        out.putString("größer");
        ByteReader in = written();
        assertEquals(-7, in.getByte());
        assertEquals(Integer.MIN_VALUE, in.getInt());
        assertEquals(Long.MAX_VALUE, in.getLong());
        assertEquals("größer", in.getString());
    }

    @Test
    void valuesComeBackWithTheirTypes() {
        List<@Nullable Object> values = Arrays.asList(
                null, true, false, 1L, 1, "one", new CompareAndSet(null, 2L), List.of(1L, List.of(), "x"));
        out.putValue(values);
        assertEquals(values, written().getValue());
    }

    @Test
    void theSizeOfAValueIsKnownWithoutWritingIt() {
        List<@Nullable Object> values =
                Arrays.asList(null, true, 1L, 1, "one", new CompareAndSet(null, "two"), List.of(1L, List.of()));
        out.putValue(values);
        assertEquals(out.toByteArray().length, ByteWriter.sizeOf(values));
    }

    @Test
    void whatIsWrittenMayGrowByAnyStep() {
        for (int before = 0; before < 600; before++) {
            out.clear();
            for (int i = 0; i < before; i++) {
                out.putByte((byte) 1);
            }
            out.putInt(before);
            out.putLong(before);
            out.putString("x".repeat(before));
            ByteReader in = written();
            for (int i = 0; i < before; i++) {
                in.getByte();
            }
            assertEquals(before, in.getInt(), "after " + before + " bytes");
            assertEquals(before, in.getLong(), "after " + before + " bytes");
            assertEquals(before, in.getString().length(), "after " + before + " bytes");
        }
    }

    @Test
    void aValueWithoutAFormIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> out.putValue(1.5));
        assertThrows(IllegalArgumentException.class, () -> new ByteReader(new byte[] {99}).getValue());
    }
}
