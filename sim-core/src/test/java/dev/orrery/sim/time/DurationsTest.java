package dev.orrery.sim.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "0ns, 0",
        "0s, 0",
        "7ns, 7",
        "3us, 3_000",
        "10ms, 10_000_000",
        "1.5s, 1_500_000_000",
        "0.5us, 500",
        "2m, 120_000_000_000",
        "1.25h, 4_500_000_000_000",
        "00012ms, 12_000_000",
        "1.000000000s, 1_000_000_000",
        "9223372036854775807ns, 9_223_372_036_854_775_807",
        "9223372036.854775807s, 9_223_372_036_854_775_807"
    })
    void readsANumberAndAUnit(String text, String nanos) {
        assertEquals(Long.parseLong(nanos.replace("_", "")), Durations.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "10, has no unit",
        "1.5, has no unit",
        "10d, unknown unit 'd'",
        "10 ms, unknown unit ' ms'",
        "10MS, unknown unit 'MS'",
        "1e3s, unknown unit 'e3s'",
        "1.s, unknown unit '.s'",
        "-5ms, is negative",
        "-0ms, is negative",
        "ms, is not a duration",
        ".5s, is not a duration",
        "+1s, is not a duration",
        "'', is not a duration",
        "' 1s', is not a duration",
        "1.5ns, finer than 1ns",
        "0.0000000001s, finer than 1ns",
        "9223372036854775808ns, too long",
        "2562048h, too long",
        "٣s, is not a duration",
        "10000000000000000000000000000000000000000s, at most 40"
    })
    void saysWhatIsWrongWithAText(String text, String reason) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Durations.parse(text))
                .getMessage());
        assertTrue(message.contains(reason), message);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "1, 1ns",
        "999, 999ns",
        "1000, 1us",
        "1500, 1.5us",
        "1000001, 1.000001ms",
        "60000000000, 1m",
        "90000000000, 90s",
        "3600000000000, 1h",
        "5400000000000, 90m",
        "3600000000001, 3600.000000001s",
        "-1500000, -1.5ms",
        "-60000000000, -1m",
        "9223372036854775807, 9223372036.854775807s",
        "-9223372036854775808, -9223372036.854775808s"
    })
    void writesTheUnitThatFits(long nanos, String text) {
        assertEquals(text, Durations.format(nanos));
    }

    @Test
    void forPeopleThreeDigitsAreEnough() {
        assertEquals("0s", Durations.brief(0));
        assertEquals("999ns", Durations.brief(999));
        assertEquals("1.02s", Durations.brief(1_021_499_999));
        assertEquals("12.3ms", Durations.brief(12_345_678));
        assertEquals("1m", Durations.brief(60_000_000_000L));
        assertEquals("61.2s", Durations.brief(61_234_000_000L));
    }

    @Test
    void readsWhatItWrote() {
        RandomStream random = new RandomStream(5);
        for (int i = 0; i < 20_000; i++) {
            // Of every magnitude, and now and then a whole number of larger units.
            long nanos = random.next() >>> (1 + random.below(63));
            long round = nanos - nanos % 60_000_000_000L;
            assertEquals(nanos, Durations.parse(Durations.format(nanos)), "seed 5, round " + i);
            assertEquals(round, Durations.parse(Durations.format(round)), "seed 5, round " + i);
        }
    }
}
