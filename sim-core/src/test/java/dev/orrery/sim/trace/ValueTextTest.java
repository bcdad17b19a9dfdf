package dev.orrery.sim.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.sim.node.NodeId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ValueTextTest {
    private enum Mode {
        FAST {
            @Override
            public String toString() {
                return "quick";
            }
        }
    }

    private record Inner(int a, @Nullable String b) {}

    private record Outer(NodeId node, Mode mode, List<Inner> inners, boolean on) {}

    private static String text(@Nullable Object value) {
        return new ValueText(false).text(value);
    }

    @Test
    void writesARecordByItsComponentsHoweverDeep() {
        Outer value = new Outer(new NodeId(0, "n1"), Mode.FAST, List.of(new Inner(1, "x"), new Inner(-2, null)), true);
        assertEquals(
                "{\"node\":\"n1\",\"mode\":\"FAST\",\"inners\":[{\"a\":1,\"b\":\"x\"},{\"a\":-2,\"b\":null}],\"on\":true}",
                text(value));
    }

    @Test
    void writesShortBytesInHexadecimalAndCountsLongOnes() {
        assertEquals("\"0x00FF10\"", text(new byte[] {0, -1, 16}));
        assertEquals("\"33 bytes\"", text(new byte[33]));
        assertEquals("\"0x" + "00".repeat(33) + "\"", new ValueText(true).text(new byte[33]));
    }

    @Test
    void writesListsAndArraysInTheirOrder() {
        assertEquals("[3,1,2]", text(List.of(3, 1, 2)));
        assertEquals("[3,1,2]", text(new long[] {3, 1, 2}));
        assertEquals("[\"b\",null]", text(Arrays.asList("b", null)));
        assertEquals("[]", text(List.of()));
    }

    @Test
    void sortsWhatHasNoOrderOfItsOwn() {
        assertEquals("[\"a\",\"b\",\"c\",\"ü\"]", text(Set.of("c", "ü", "a", "b")));
        assertEquals("{\"a\":1,\"b\":2,\"c\":3}", text(Map.of("c", 3, "a", 1, "b", 2)));
    }

    @Test
    void keepsTheOrderOfMapsThatHaveOne() {
        Map<String, Integer> inserted = new LinkedHashMap<>();
        inserted.put("z", 1);
        inserted.put("a", 2);
        assertEquals("{\"z\":1,\"a\":2}", text(inserted));
        assertEquals("{\"2\":true}", text(new TreeMap<>(Map.of(2, true))));
        assertEquals("{}", text(new TreeMap<String, String>()));
    }

    @Test
    void writesAFractionWithItsExactValue() {
        assertEquals("0.5", text(0.5));
        assertEquals("0.1000000000000000055511151231257827021181583404541015625", text(0.1));
        assertEquals("\"NaN\"", text(Double.NaN));
        assertEquals("\"-Infinity\"", text(Float.NEGATIVE_INFINITY));
    }

    @Test
    void neverTellsWhereAnObjectLies() {
        assertEquals("\"a Object\"", text(new Object()));
    }
}
