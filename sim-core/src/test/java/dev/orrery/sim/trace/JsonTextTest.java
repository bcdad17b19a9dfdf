package dev.orrery.sim.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.sim.random.RandomStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class JsonTextTest {
    private static String string(String text) {
        return new JsonText().string(text).toString();
    }

    @Test
    void escapesWhatJsonCannotHold() {
        assertEquals("\"say \\\"hi\\\" \\\\ \\n\\r\\t\\u0000\\u001F\\u007F\"", string("say \"hi\" \\ \n\r\t\0\37\177"));
    }

    @Test
    void writesCharactersBeyondAsciiAsUtf8() {
        for (String text : new String[] {"é", "ü ß", "→ ∅", "\uD83D\uDE00", "\uFFFF"}) {
            JsonText out = new JsonText().string(text);
            assertArrayEquals(
                    ("\"" + text + "\"").getBytes(StandardCharsets.UTF_8),
                    Arrays.copyOf(out.bytes(), out.length()),
                    text);
        }
    }

    @Test
    void escapesHalfASurrogatePair() {
        assertEquals("\"a\\uD83D\"", string("a\uD83D"));
        assertEquals("\"\\uDE00b\"", string("\uDE00b"));
        assertEquals("\"\\uD83D\\uD83D\"", string("\uD83D\uD83D"));
    }

    @Test
    void writesEveryNumberAsJavaDoes() {
        RandomStream random = new RandomStream(1);
        for (int i = 0; i < 1_000; i++) {
            long value = random.next() >> random.below(64);
            assertEquals(Long.toString(value), new JsonText().number(value).toString());
        }
        for (long value : new long[] {0, -1, 9, 10, -10, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertEquals(Long.toString(value), new JsonText().number(value).toString());
        }
    }

    @Test
    void growsWithItsText() {
        String text = "0123456789".repeat(1_000);
        assertEquals("\"" + text + "\"", string(text));
    }
}
